import { spawn } from 'node:child_process'
import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'

/**
 * The account that runs PostgreSQL, which refuses to run as root. `uid` null means our own.
 * `needsPassage` says that the account may not enter one of the folders on the way to its data.
 */
export type Account =
  | { uid: null; gid: null; needsPassage: false }
  | { uid: number; gid: number; needsPassage: boolean }

/** Chooses the account: our own, or as root `postgres` where it exists, else `nobody`. */
export async function accountForDatabase(clusterDir: string): Promise<Account> {
  if (process.getuid?.() !== 0) return { uid: null, gid: null, needsPassage: false }
  const accounts = await readFile('/etc/passwd', 'utf8')
  const { uid, gid } = findAccount(accounts, 'postgres') ?? findAccount(accounts, 'nobody') ?? {}
  if (uid === undefined || gid === undefined) {
    throw new Error(
      'PostgreSQL refuses to run as root and this machine has neither a "postgres" nor a "nobody" ' +
        'account. Run Ringback as an ordinary user, or set DATABASE_URL.',
    )
  }
  return { uid, gid, needsPassage: await isBehindClosedFolder(clusterDir) }
}

function findAccount(passwd: string, name: string): { uid: number; gid: number } | null {
  const fields = passwd
    .split('\n')
    .find((line) => line.startsWith(`${name}:`))
    ?.split(':')
  return fields ? { uid: Number(fields[2]), gid: Number(fields[3]) } : null
}

/** Whether an account that owns nothing here may not enter a folder on the way to the file. */
export async function isBehindClosedFolder(file: string): Promise<boolean> {
  for (let folder = path.dirname(file); ; folder = path.dirname(folder)) {
    const { mode } = await stat(folder)
    if ((mode & 0o001) === 0) return true
    if (folder === path.dirname(folder)) return false
  }
}

/** Runs a program as the account, to its end; rejects with what it printed. */
export async function runAs(account: Account, program: string, args: string[]): Promise<void> {
  const command = account.needsPassage ? passageCommand(account, program, args) : [program, ...args]
  const [file = program, ...rest] = command
  const identity =
    account.uid === null || account.needsPassage ? {} : { uid: account.uid, gid: account.gid }
  await new Promise<void>((resolve, reject) => {
    const child = spawn(file, rest, {
      ...identity,
      // The server outlives this call; an inherited pipe would keep us waiting for its end.
      stdio: ['ignore', 'ignore', 'pipe'],
      cwd: '/',
      env: { ...process.env, LC_ALL: 'C' },
    })
    let printed = ''
    child.stderr.on('data', (chunk: Buffer) => {
      printed += chunk.toString('utf8')
    })
    child.once('error', reject)
    child.once('exit', (code) => {
      child.stderr.destroy()
      if (code === 0) resolve()
      else reject(new Error(`${path.basename(program)} failed (${code}): ${printed.trim()}`))
    })
  })
}

/**
 * Data below a folder that only root may enter (/root, a private temporary folder) is out of reach
 * for the account. Instead of opening that folder to everybody, the one process tree gets the
 * capability to pass; util-linux's setpriv sets it.
 */
function passageCommand(account: Account, program: string, args: string[]): string[] {
  return [
    'setpriv',
    `--reuid=${account.uid}`,
    `--regid=${account.gid}`,
    '--clear-groups',
    '--inh-caps=+dac_override',
    '--ambient-caps=+dac_override',
    program,
    ...args,
  ]
}
