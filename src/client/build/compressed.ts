import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Plugin } from 'vite'

/** Lays a compressed copy beside each script and style, so that the server need not make it. */
export function compressed(): Plugin {
  return {
    name: 'compressed',
    apply: 'build',
    // Only what is written is final: Vite itself still fills in names after the bundle is made.
    async writeBundle({ dir = '' }, bundle) {
      for (const fileName of Object.keys(bundle)) {
        if (!/\.(js|css)$/.test(fileName)) continue
        const file = path.join(dir, fileName)
        await writeFile(`${file}.gz`, gzipSync(await readFile(file), { level: 9 }))
      }
    },
  }
}
