import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Measurement, report } from './measurement.ts'

/**
 * Runs the measurement that the command line names: the file `<name>.ts` of the folder exports
 * `measure(): Promise<Measurement>`. Without a name it lists what there is.
 */
export async function runNamed(folder: string, command: string): Promise<void> {
  const names = (await readdir(folder))
    .filter((file) => file.endsWith('.ts') && file !== 'run.ts')
    .map((file) => path.basename(file, '.ts'))
  const name = names.find((known) => known.toLowerCase() === process.argv[2]?.toLowerCase())
  if (name === undefined) {
    console.error(`Name one: npm run ${command} -- <${names.join(' | ')}>`)
    process.exitCode = 1
    return
  }
  const module: { measure: () => Promise<Measurement> } = await import(
    pathToFileURL(path.join(folder, `${name}.ts`)).href
  )
  report(await module.measure())
  // At once, when all is printed: Node 20 was seen to spin for ever in taking itself down afterwards.
  process.stdout.write('', () => process.exit())
}
