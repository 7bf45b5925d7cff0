import type { ImportFileInput } from '../../src/server/domain/import-file.schema.ts'
import { importFile } from '../../src/server/services/import-file.ts'
import { loadNumberZones } from '../../src/server/telephony/phone-zones.ts'
import type { TestDatabase } from './clone-database.ts'
import { ManualClock } from './manual-clock.ts'
import { ScriptedProvider } from './scripted-provider.ts'
import { silentLog } from './silent-log.ts'
import { someActor } from './test-identity.ts'

const numberZones = loadNumberZones()

/** What the page does with files of visits, on a Friday at 17:30 in New York. */
export function openImporting(database: TestDatabase) {
  const clock = new ManualClock('2026-11-20T22:30:00Z')
  const deps = {
    db: database.appDb,
    clock,
    provider: new ScriptedProvider(),
    log: silentLog,
    feed: {
      announce: () => undefined,
      subscribe: () => {
        throw new Error('nobody subscribes here')
      },
      close: async () => undefined,
    },
    zonesOfPhone: async (phoneNumber: string) => numberZones(phoneNumber),
  }

  async function bring(
    organizationId: string,
    content: string,
    rest: Partial<ImportFileInput> & { signal?: AbortSignal } = {},
  ) {
    const by = { organizationId, actor: someActor }
    const input = { fileName: 'day.csv', content, mode: 'auto', ...rest } as const
    return importFile(deps, by, input)
  }

  async function run(...given: Parameters<typeof bring>) {
    const result = await bring(...given)
    if (result.kind !== 'run') throw new Error(`not imported: ${JSON.stringify(result)}`)
    return result.run
  }

  async function plan(...given: Parameters<typeof bring>) {
    const result = await bring(...given)
    if (result.kind !== 'plan') throw new Error(`not planned: ${result.kind}`)
    return result.plan
  }

  const traceOf = async (organizationId: string) => {
    const where = { organizationId }
    const [visits, calls, advisors, imports] = await Promise.all([
      database.db.serviceRecord.findMany({ where, orderBy: { externalId: 'asc' } }),
      database.db.call.findMany({ where, orderBy: { customerName: 'asc' } }),
      database.db.serviceAdvisor.count({ where }),
      database.db.visitImport.count({ where }),
    ])
    return { visits, calls, advisors, imports }
  }

  return { deps, clock, bring, run, plan, traceOf }
}

/** Two visits as a German workshop system writes them. */
export const german = [
  'Auftragsnr.;Kunde;Handy;Fahrzeug;Abgeschlossen am;Serviceberater',
  'A-1;Jürgen Größ;(212) 555-0101;2021 Audi A4;20.11.2026 09:30;Käthe Weiß',
  'A-2;Anna Lüders;(212) 555-0102;2019 Opel Corsa;20.11.2026 10:15;Käthe Weiß',
].join('\r\n')
