export type { Mesh, MeshPod, MeshService, MeshServicePort, MeshSettings, MeshWorkload, Protocol } from './mesh.ts'
