import { build } from 'vite'
import { expect, it } from 'vitest'

const input = 'src/client/components/global.css'

/** As pages get it: the build may put rules together and by that lend one the weight of another. */
async function builtStyles(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, rolldownOptions: { input } },
  })
  if (Array.isArray(built) || !('output' in built)) throw new Error('Nothing was built.')
  const [sheet] = built.output.flatMap((file) => ('source' in file ? [String(file.source)] : []))
  return sheet ?? ''
}

it('gives the ring of focus no more weight than what takes it off or moves it has', async () => {
  const rings = [...(await builtStyles()).matchAll(/([^{}]+)\{([^{}]*outline[^{}]*)\}/g)]
  expect(rings.map(([, selector = '', words]) => [selector.trim(), words])).toContainEqual([
    ':focus-visible',
    expect.stringContaining('2px solid'),
  ])
})
