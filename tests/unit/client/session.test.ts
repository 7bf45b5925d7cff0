import { afterEach, expect, it, vi } from 'vitest'
import { createSession } from '../../../src/client/lib/session.tsx'

afterEach(() => void vi.useRealTimers())

/** A session whose questions to the server are answered by hand, in whatever order. */
function openSession({ isLeaving = true } = {}) {
  const asked: ((isSignedIn: boolean) => void)[] = []
  const went: string[] = []
  const session = createSession({
    fetchStatus: () =>
      new Promise((resolve) => {
        asked.push((isSignedIn) => resolve({ isSignedIn }))
      }),
    signOut: async () => void went.push('signed out'),
    async askToLeave() {
      went.push('asked whether they leave')
      return isLeaving
    },
    openAnew: () => void went.push('opened anew'),
    forgetAnswers: () => undefined,
    askAnew: () => went.push('asked anew'),
    goTo: async (to) => void went.push(to),
    goToSignIn: async () => void went.push('sign-in'),
  })
  const answer = async (index: number, isSignedIn: boolean) => {
    asked[index]?.(isSignedIn)
    await new Promise((resolve) => setImmediate(resolve))
  }
  return { session, went, answer, asked }
}

async function signedIn() {
  const opened = openSession()
  void opened.session.isSignedIn()
  await opened.answer(0, true)
  return opened
}

it('asks to sign in once the server knows us no longer', async () => {
  const { session, went, answer } = await signedIn()
  session.check('closed')
  await answer(1, false)
  expect(went).toEqual(['sign-in'])
})

it('asks anew what is shown where the socket was closed on somebody who is here still', async () => {
  const { session, went, answer } = await signedIn()
  session.check('closed')
  await answer(1, true)
  expect(went).toEqual(['asked anew'])
})

it('lets nobody out who came in again since the server was asked', async () => {
  const { session, went, answer } = await signedIn()
  session.check('closed')
  session.check('refused')
  await answer(1, false)
  void session.begin('/cases')
  await answer(3, true)
  expect(went).toEqual(['sign-in', '/cases'])
  // Asked before, answered late.
  await answer(2, false)
  expect(went).toEqual(['sign-in', '/cases'])
})

it('asks once for all who want to know at the same time', async () => {
  const { session, answer, asked } = openSession()
  const answers = Promise.all([session.isSignedIn(), session.isSignedIn()])
  expect(asked).toHaveLength(1)
  await answer(0, true)
  expect(await answers).toEqual([true, true])
  expect(await session.isSignedIn()).toBe(true)
  expect(asked).toHaveLength(1)
})

it('asks anew once a question has hung for too long, and says so to who waited for it', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const { session, answer, asked } = openSession()
  const hanging = expect(session.isSignedIn()).rejects.toThrow()
  vi.advanceTimersByTime(20_000)
  await hanging
  const isSignedIn = session.isSignedIn()
  expect(asked).toHaveLength(2)
  await answer(1, true)
  expect(await isSignedIn).toBe(true)
  expect(vi.getTimerCount()).toBe(0)
})

it('believes no answer from before somebody came in', async () => {
  const { session, went, answer } = openSession()
  const before = session.isSignedIn()
  void session.begin('/cases')
  await answer(1, true)
  await answer(0, false)
  expect(await before).toBe(true)
  expect(await session.isSignedIn()).toBe(true)
  expect(went).toEqual(['/cases'])
})

const tell = async (went: string[]) => void went.push('told the server')

it('asks about what is not saved before the server is told that somebody goes', async () => {
  const { session, went } = openSession()
  await session.signOut()
  expect(went.splice(0)).toEqual(['asked whether they leave', 'signed out', 'sign-in'])
  await session.changeOrganization(() => tell(went))
  expect(went).toEqual(['asked whether they leave', 'told the server', 'opened anew'])
})

it('tells the server nothing where they stay for what is not saved', async () => {
  const { session, went, answer } = openSession({ isLeaving: false })
  void session.isSignedIn()
  await answer(0, true)
  await session.signOut()
  await session.changeOrganization(() => tell(went))
  expect(went.splice(0)).toEqual(['asked whether they leave', 'asked whether they leave'])
  session.end()
  expect(went).toEqual(['sign-in'])
})

it('opens nothing anew where the server keeps somebody in their organization', async () => {
  const { session, went } = openSession()
  const refused = session.changeOrganization(() => Promise.reject(new Error('No')))
  await expect(refused).rejects.toThrow('No')
  expect(went).toEqual(['asked whether they leave'])
})
