import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { inOrganization } from '../../src/server/db/in-organization.ts'
import { DEFAULT_CALL_SCRIPT } from '../../src/server/domain/call-script.schema.ts'
import { loadCallScript } from '../../src/server/services/load-call-script.ts'
import { type AppWorld, createAppWorld } from '../support/app-world.ts'
import { makeOrganization } from '../support/factories.ts'

let world: AppWorld
beforeAll(async () => {
  world = await createAppWorld()
})
afterAll(() => world[Symbol.asyncDispose]())

let organizationId: string
let campaignId: string
let caller: Awaited<ReturnType<AppWorld['callerOf']>>
beforeEach(async () => {
  organizationId = (await makeOrganization(world.db)).id
  caller = await world.callerOf(organizationId)
  campaignId = (await caller.campaigns.create({ name: 'Winter check' })).id
})

const saying = (thanks: string) => ({ languages: { en: { thanks } } })
const thanksFor = async (wanted: string | null) => {
  const input = { organizationId, campaignId: wanted }
  const { script, source, version } = await inOrganization(world.deps.db, organizationId, (tx) =>
    loadCallScript(tx, input),
  )
  return { thanks: script.languages.en?.thanks, source, version }
}

test('a call speaks from the campaign’s script, else the organization’s, else the built-in one', async () => {
  expect(await caller.callScript.get({ campaignId: null })).toEqual({
    script: DEFAULT_CALL_SCRIPT,
    source: 'built_in',
    version: 0,
    savedAt: null,
  })
  const builtIn = DEFAULT_CALL_SCRIPT.languages.en?.thanks
  expect(await thanksFor(campaignId)).toEqual({ thanks: builtIn, source: 'built_in', version: 0 })

  await caller.callScript.save({ campaignId: null, script: saying('Bye from us.') })
  expect(await thanksFor(campaignId)).toEqual({
    thanks: 'Bye from us.',
    source: 'organization',
    version: 0,
  })

  const own = await caller.callScript.save({ campaignId, script: saying('Drive safely.') })
  expect(own).toMatchObject({ source: 'campaign', version: 1, savedAt: expect.any(String) })
  expect(await thanksFor(campaignId)).toMatchObject({ thanks: 'Drive safely.' })
  expect(await thanksFor(null)).toMatchObject({ thanks: 'Bye from us.', source: 'organization' })

  const back = await caller.callScript.save({ campaignId, script: null, expectedVersion: 1 })
  expect(back).toMatchObject({ source: 'organization', version: 2 })
  expect(await thanksFor(campaignId)).toMatchObject({ thanks: 'Bye from us.', version: 2 })
})

test('is saved once by two who began with the same version, and says in the log what changed', async () => {
  const save = (thanks: string) =>
    caller.callScript.save({ campaignId: null, script: saying(thanks), expectedVersion: 0 })
  const results = await Promise.allSettled([save('One.'), save('Other.')])
  const [refused] = results.filter((result) => result.status === 'rejected')
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(refused?.reason).toMatchObject({ code: 'CONFLICT' })

  await caller.callScript.save({ campaignId: null, script: null })
  const entries = await world.db.auditEntry.findMany({
    where: { organizationId, subjectType: 'call_script' },
    orderBy: { id: 'asc' },
  })
  expect(entries.map(({ action }) => action)).toEqual(['call_script.saved', 'call_script.reset'])
  const saved = await world.db.callScript.findFirst({ where: { organizationId, version: 1 } })
  expect(saved?.createdByUserId).toEqual(entries[0]?.actorId)
  expect(entries[0]?.before).toMatchObject({
    'en.thanks': DEFAULT_CALL_SCRIPT.languages.en?.thanks,
  })
  expect(entries[0]?.after).toMatchObject({ 'en.thanks': expect.stringMatching(/^O/) })
  expect(Object.keys(Object(entries[0]?.after))).not.toContain('en.greeting')
})

test('is refused where the law would be broken, naming language and step', async () => {
  const script = { languages: { en: {}, es: { greeting: 'Hola.', recordingNotice: ' ' } } }
  await expect(caller.callScript.save({ campaignId, script })).rejects.toMatchObject({
    code: 'BAD_REQUEST',
    message: expect.stringContaining('Spanish, greeting: say who calls: put {organizationName} in'),
    cause: {
      issues: [
        { path: ['script', 'languages', 'es', 'greeting'] },
        { path: ['script', 'languages', 'es', 'recordingNotice'] },
      ],
    },
  })
})

test('goes with its campaign, and is not made for one that does not exist', async () => {
  await caller.callScript.save({ campaignId, script: saying('Drive safely.') })
  await caller.campaigns.delete({ id: campaignId })
  expect(await world.db.callScript.count({ where: { organizationId } })).toBe(0)
  const gone = { code: 'NOT_FOUND', message: 'There is no campaign with this id.' }
  await expect(caller.callScript.get({ campaignId })).rejects.toMatchObject(gone)
  await expect(caller.callScript.save({ campaignId, script: {} })).rejects.toMatchObject(gone)
})
