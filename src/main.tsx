import { createApp } from './app/create-app.tsx'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')
createApp(root)
