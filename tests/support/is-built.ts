import { readdir, stat } from 'node:fs/promises'
import path from 'node:path'

const built = ['dist/client/index.html', 'dist/server/main.js']
/** The lock says which packages are installed; npm writes it before it builds. */
const sources = ['src', 'vite.config.ts', 'package.json', 'node_modules/.package-lock.json']

/** When it was written; a folder too, whose instant tells of a file that was taken away. */
const writtenAt = async (file: string): Promise<number> => (await stat(file)).mtimeMs

/** Whether the page and the server are there, and neither is older than what it is built from. */
export async function isBuilt(): Promise<boolean> {
  const files = await readdir('src', { recursive: true })
  const within = files.map((file) => path.join('src', file))
  const [ends, changes] = await Promise.all([
    Promise.all(built.map((file) => writtenAt(file).catch(() => 0))),
    Promise.all([...sources, ...within].map(writtenAt)),
  ])
  return Math.min(...ends) > Math.max(...changes)
}
