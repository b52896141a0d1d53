import { configureMonacoYaml } from 'monaco-yaml'
import type { JSONSchema } from 'monaco-yaml'
import { YamlWorker, monaco } from './monaco.ts'

type SchemaMarkersListener = (model: monaco.editor.ITextModel, markers: monaco.editor.IMarkerData[]) => void

interface WorkerRequest {
  readonly createData?: unknown
}

interface SchemaWorker {
  doValidation: (uri: string) => Promise<unknown>
}

/** Reading a longer text anew after each edit takes a core for most of a second; what is wrong there the engine says. */
const LONGEST_CHECKED = 100_000

export type SchemaCompletion = monaco.languages.CompletionItemProvider

/** What the schema offers: merged with what the text itself offers, so that nothing is offered twice. */
let completion: SchemaCompletion | undefined
export const schemaCompletion = () => completion

/**
 * Starts completion, hover and schema checks. Its markers go to `onMarkers` instead of the editor: some of them say again
 * what the engine says better.
 */
export function startYamlService(schema: JSONSchema, onMarkers: SchemaMarkersListener): void {
  const editor = {
    ...monaco.editor,
    setModelMarkers: (model: monaco.editor.ITextModel, _owner: string, markers: monaco.editor.IMarkerData[]) =>
      onMarkers(model, markers),
    // monaco-yaml asks for a worker by name; Monaco wants one that runs. The first message makes the worker wait for its
    // options, the second one brings them.
    createWebWorker({ createData }: WorkerRequest) {
      const worker = new YamlWorker()
      worker.postMessage('ignore')
      worker.postMessage(createData)
      return checkingShortTexts(monaco.editor.createWebWorker<SchemaWorker>({ worker, keepIdleModels: true }))
    },
  }
  // The fixes at the cursor are the engine's, and they are there at once. Would Monaco have to wait for the worker's too, it
  // would drop the menu as soon as the cursor or a marker moved in that time.
  const nothing = () => ({ dispose: () => undefined })
  const languages = {
    ...monaco.languages,
    registerCodeActionProvider: nothing,
    // The outline and folds are ours: the worker would parse the whole text for them.
    registerDocumentSymbolProvider: nothing,
    registerFoldingRangeProvider: nothing,
    registerCompletionItemProvider(_: string, provider: SchemaCompletion) {
      completion = provider
      return nothing()
    },
  }
  const facade = { ...monaco, editor, languages } as unknown as Parameters<typeof configureMonacoYaml>[0]
  configureMonacoYaml(facade, {
    enableSchemaRequest: false,
    completion: true,
    hover: true,
    hoverSchemaSource: false,
    validate: true,
    format: { enable: false },
    schemas: [{ uri: 'inmemory://schema/istio.json', fileMatch: ['**/*.yaml'], schema }],
  })
}

/** The same worker, but for texts too long to check it finds nothing. */
function checkingShortTexts(
  worker: monaco.editor.MonacoWebWorker<SchemaWorker>,
): monaco.editor.MonacoWebWorker<SchemaWorker> {
  const isLong = (uri: string) =>
    (monaco.editor.getModel(monaco.Uri.parse(uri))?.getValueLength() ?? 0) > LONGEST_CHECKED
  const around = (service: SchemaWorker): SchemaWorker =>
    new Proxy(service, {
      get: (target, name, receiver) =>
        name === 'doValidation'
          ? async (uri: string) => (isLong(uri) ? [] : target.doValidation(uri))
          : (Reflect.get(target, name, receiver) as unknown),
    })
  return {
    dispose: () => {
      worker.dispose()
    },
    getProxy: async () => around(await worker.getProxy()),
    withSyncedResources: async resources => around(await worker.withSyncedResources(resources)),
  }
}
