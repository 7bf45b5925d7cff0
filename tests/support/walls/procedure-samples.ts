import type { House } from './furnished-house.ts'

export const samplePassword = 'correct horse battery'
/** Names the change that each furnished house keeps a call of. */
export const changeId = '5f0c2f4e-6f7b-4c1e-9d6a-2b8f0f3a7c11'
/** Of the files that each furnished house keeps a way to read for. */
export const markOfFirstLine = '5f0c2f4e6f7b4c1e'

/**
 * A good input of each procedure, made of the ids of one organization. A procedure without one fails
 * the tests that walk through the router, until whoever adds it says here how it is called.
 */
export const procedureSamples: Record<string, (ids: House['ids']) => unknown> = {
  'account.status': () => undefined,
  'account.signIn': () => ({ email: 'nobody@x.test', password: samplePassword }),
  'account.enterDemo': () => ({ role: 'agent' }),
  'account.found': () => ({
    organizationName: 'Third house',
    timeZone: 'UTC',
    name: 'Kim',
    email: 'kim@x.test',
    password: samplePassword,
    setUpToken: 'a guess',
  }),
  'account.signOut': () => undefined,
  'account.readInvitation': () => ({ token: 'a guess' }),
  'account.join': () => ({ token: 'a guess', name: 'Kim', password: samplePassword }),
  'account.changePassword': () => ({
    currentPassword: samplePassword,
    newPassword: 'another horse battery',
  }),
  'account.sessions': () => undefined,
  'account.endSession': ({ session }) => ({ id: session }),
  'account.endOtherSessions': () => undefined,
  'account.organizations': () => undefined,
  'account.switchOrganization': ({ organization }) => ({ id: organization }),

  'team.list': () => undefined,
  'team.invite': () => ({ email: 'kim@x.test', role: 'agent' }),
  'team.revokeInvitation': ({ invitation }) => ({ id: invitation }),
  'team.changeRole': ({ colleague }) => ({ id: colleague, role: 'viewer' }),
  'team.remove': ({ colleague }) => ({ id: colleague }),

  'calls.list': ({ advisor, campaign }) => ({
    tab: 'ready',
    filter: { serviceAdvisorId: advisor, campaignId: campaign },
  }),
  'calls.ready': ({ advisor, campaign }) => ({ serviceAdvisorId: advisor, campaignId: campaign }),
  'calls.missed': ({ advisor, campaign }) => ({ serviceAdvisorId: advisor, campaignId: campaign }),
  'calls.completed': ({ advisor, campaign }) => ({
    serviceAdvisorId: advisor,
    campaignId: campaign,
  }),
  'calls.byId': ({ completed }) => ({ id: completed }),
  'calls.history': ({ completed }) => ({ id: completed }),
  'calls.whyNotNow': ({ ready }) => ({ id: ready }),
  'calls.facets': () => undefined,
  'calls.create': ({ record, campaign }) => ({ serviceRecordId: record, campaignId: campaign }),
  'calls.update': ({ completed }) => ({ id: completed, notes: 'Written by a test' }),
  'calls.delete': ({ missed }) => ({ id: missed }),
  'calls.placeNow': ({ ready }) => ({ id: ready }),
  'calls.retry': ({ missed }) => ({ id: missed }),
  'calls.reschedule': ({ ready }) => ({ id: ready, dueAt: '2026-11-23T15:00:00Z' }),
  'calls.checkWish': ({ ready }) => ({ id: ready, dueAt: '2026-11-23T15:00:00Z' }),
  'calls.cancel': ({ ready }) => ({ id: ready }),
  'calls.judge': ({ unknown }) => ({ id: unknown, verdict: 'it_rang' }),
  'calls.changeMany': ({ missed, ready }) => ({
    ids: [missed, ready],
    action: { type: 'tag', add: ['read by a test'] },
    changeId,
  }),
  'calls.undoMany': ({ ready }) => ({ ids: [ready], changeId }),
  'calls.live': () => ({ after: null }),

  'savedViews.list': () => undefined,
  'savedViews.save': ({ advisor, campaign }) => ({
    tab: 'missed',
    name: 'Of a test',
    address: { q: 'Ana', advisor, campaign, sort: 'endTime.desc' },
    columns: { hidden: ['phone'], order: ['time'], widths: { time: 9 } },
  }),
  'savedViews.delete': () => ({ tab: 'missed', name: 'Of a test' }),

  'scheduleConfig.get': () => undefined,
  'scheduleConfig.update': () => ({ config: { timeZone: 'America/Chicago' } }),
  'scheduleConfig.preview': () => ({ config: {} }),
  'scheduleConfig.forecast': () => undefined,
  'scheduleConfig.history': () => ({}),
  'scheduleConfig.restore': () => ({ version: 1 }),

  'scheduleConfig.pauseState': () => undefined,
  'scheduleConfig.resume': () => undefined,

  'callScript.get': ({ campaign }) => ({ campaignId: campaign }),
  'callScript.save': ({ campaign }) => ({ campaignId: campaign, script: { maxRepeats: 1 } }),

  'cases.list': ({ user, completed }) => ({ ownerId: user, callId: completed }),
  'cases.summary': () => undefined,
  'cases.assign': ({ case: id, user }) => ({ id, ownerId: user }),
  'cases.moveDue': ({ case: id }) => ({ id, dueAt: '2026-11-24T20:00:00Z' }),
  'cases.close': ({ case: id }) => ({ id, resolution: 'Called back and washed the car' }),
  'cases.rule': () => undefined,
  'cases.changeRule': () => ({ lowScore: 5 }),
  'cases.advisors': () => undefined,
  'cases.linkAdvisor': ({ advisor, user }) => ({ id: advisor, userId: user }),

  'webhooks.list': () => undefined,
  'webhooks.create': () => ({ url: 'https://hooks.example.com/a', events: ['call.completed'] }),
  'webhooks.update': ({ webhook }) => ({ id: webhook, isEnabled: false }),
  'webhooks.rotateSecret': ({ webhook }) => ({ id: webhook }),
  'webhooks.delete': ({ webhook }) => ({ id: webhook }),
  'webhooks.sendTest': ({ webhook }) => ({ id: webhook }),
  'webhooks.deliveries': ({ webhook }) => ({ endpointId: webhook }),
  'webhooks.sendAgain': ({ delivery }) => ({ id: delivery }),

  'campaigns.list': () => undefined,
  'campaigns.byId': ({ campaign }) => ({ id: campaign }),
  'campaigns.create': () => ({ name: 'Winter wheels' }),
  'campaigns.update': ({ campaign }) => ({ id: campaign, name: 'Summer wheels' }),
  'campaigns.pause': ({ campaign }) => ({ id: campaign, isPaused: true }),
  'campaigns.addRecords': ({ campaign, record }) => ({
    id: campaign,
    visits: { serviceRecordIds: [record] },
  }),
  'campaigns.delete': ({ campaign }) => ({ id: campaign }),

  'doNotCall.list': () => ({}),
  'doNotCall.add': () => ({ phoneNumber: '(212) 555-0178', reason: 'Asked at the desk' }),
  'doNotCall.remove': ({ doNotCall }) => ({ id: doNotCall, reason: 'Asked to be called' }),

  'demo.scenarios': () => undefined,
  'demo.create': () => ({ scenarioId: 'promoter', customerName: 'Ana Ruiz' }),
  'demo.initiate': ({ demo }) => ({ callId: demo }),
  'demo.reset': () => undefined,

  'stage.scenarios': () => undefined,
  'stage.create': () => ({ scenarioId: 'promoter', customerName: 'Ana Ruiz' }),
  'stage.advance': ({ demo }) => ({ callId: demo, to: 'ringing' }),
  'stage.hold': ({ demo }) => ({ callId: demo }),
  'stage.talk': ({ demo }) => ({ callId: demo, answer: null }),
  'stage.figures': () => undefined,

  'serviceRecords.list': () => ({}),
  'serviceRecords.create': () => ({
    externalId: 'RO-900',
    customerName: 'Ana Ruiz',
    customerPhone: '(212) 555-0123',
    serviceType: 'Brakes',
    completedAt: '2026-11-20T15:00:00Z',
  }),
  'serviceRecords.import': () => ({
    fileName: 'day.csv',
    content: 'Order,Customer,Phone,Service,Completed\nRO-901,Ana,(212) 555-0124,Oil,2026-11-20',
  }),

  'serviceRecords.importFile': () => ({
    fileName: 'day.csv',
    mode: 'auto',
    content: 'Order,Customer,Phone,Service,Completed\nRO-902,Ana,(212) 555-0125,Oil,2026-11-20',
  }),
  'serviceRecords.readingChoice': () => ({ firstLine: markOfFirstLine }),
  'serviceRecords.imports': () => undefined,
  'serviceRecords.importProgress': () => undefined,
  'serviceRecords.stopImport': ({ visitImport }) => ({ importId: visitImport }),
  'serviceRecords.undoImport': ({ visitImport }) => ({ importId: visitImport }),

  'sampleData.state': () => undefined,
  'sampleData.load': () => undefined,
  'sampleData.remove': () => undefined,

  'apiKeys.list': () => undefined,
  'apiKeys.create': () => ({ name: 'A program', scopes: ['read'] }),
  'apiKeys.revoke': ({ key }) => ({ id: key }),

  'insights.read': () => ({ from: '2026-11-01', to: '2026-11-30' }),

  'audit.list': ({ user, ready }) => ({ actorId: user, subjectId: ready }),

  'customers.erase': () => ({ phoneNumber: '+12125550177' }),

  'organization.current': () => undefined,
  'organization.firstSteps': () => undefined,
  'organization.settings': () => undefined,
  'organization.update': () => ({ name: 'Another name' }),
}
