import { createContext, type ReactNode, useContext } from 'react'
import type { AccountStatus } from '../../server/domain/account.schema.ts'
import { callLater } from './call-later.ts'

/** For so long whoever wants to come in waits for a server that says nothing. */
const PATIENCE_MS = 15_000

/** Whether somebody is signed in, for the whole page: who may come in, and where they go then. */
export type Session = {
  /** Rejects where the server says nothing for too long; whoever wants to know after that asks anew. */
  isSignedIn: () => Promise<boolean>
  /** Somebody came in: goes on to where they wanted to go. */
  begin: (to: string | undefined) => Promise<void>
  /** The server knows us no longer: asks to sign in, and remembers where we were. */
  end: () => void
  /** Asks the server whether it still knows us, as when it closes or refuses a socket. */
  check: (why: 'closed' | 'refused') => void
  /** Settles too where they stay, for what they have not saved. */
  signOut: () => Promise<void>
  /** To another of their organizations, which `tell` tells the server; they may stay as well. */
  changeOrganization: (tell: () => Promise<unknown>) => Promise<void>
}

export type SessionPorts = {
  /** Asks the server, whatever was heard before or is being asked already. */
  fetchStatus: () => Promise<Pick<AccountStatus, 'isSignedIn'>>
  signOut: () => Promise<unknown>
  /** Asks about what is not saved; false where they stay for it. */
  askToLeave: () => Promise<boolean>
  /** Opens the page from the start, and asks about nothing. */
  openAnew: () => void
  /** What one person saw is nothing for the next one. */
  forgetAnswers: () => void
  /** What the page shows may be another's by now. */
  askAnew: () => void
  goTo: (to: string) => Promise<void>
  /**
   * `wasEnded` when it was not their wish; then they come back to where they are. Nothing may hold
   * them: it could not be saved any more, and would stay on the screen for who comes by.
   */
  goToSignIn: (how: { wasEnded: boolean }) => Promise<void>
}

export function createSession(ports: SessionPorts): Session {
  let isSignedIn: boolean | null = null
  let isSigningOut = false
  /** How often somebody came in: what was asked before says nothing of them. */
  let arrivals = 0
  /** The first question, shared by all who ask while it is on its way. */
  let asking: Promise<boolean> | null = null

  async function ask(): Promise<boolean> {
    const askedIn = arrivals
    const status = await ports.fetchStatus()
    if (arrivals === askedIn) isSignedIn = status.isSignedIn
    return isSignedIn ?? status.isSignedIn
  }

  async function leave(how: { wasEnded: boolean }): Promise<void> {
    isSignedIn = false
    // First away from whatever shows the answers, or it would ask for them again.
    await ports.goToSignIn(how)
    ports.forgetAnswers()
  }

  const session: Session = {
    async isSignedIn() {
      if (isSignedIn !== null) return isSignedIn
      asking ??= inTime(ask()).finally(() => {
        asking = null
      })
      return asking
    },
    async begin(to) {
      arrivals += 1
      if (!(await ask())) return
      // Who comes in by an invitation may have been here before, in another organization.
      ports.forgetAnswers()
      await ports.goTo(to ?? '/')
    },
    end() {
      // The socket of one who signs out may hear of it before they do.
      if (isSignedIn === true && !isSigningOut) void leave({ wasEnded: true })
    },
    check(why) {
      if (isSignedIn !== true) return
      const askedIn = arrivals
      ports.fetchStatus().then(
        (status) => {
          if (arrivals !== askedIn) return
          if (!status.isSignedIn) session.end()
          // We are somebody still, in another role or organization.
          else if (why === 'closed') ports.askAnew()
        },
        // A server that does not answer says nothing about us.
        () => undefined,
      )
    },
    async signOut() {
      // Before the server is told: after it, nothing can be saved.
      if (!(await ports.askToLeave())) return
      isSigningOut = true
      try {
        await ports.signOut()
        await leave({ wasEnded: false })
      } finally {
        isSigningOut = false
      }
    },
    async changeOrganization(tell) {
      if (!(await ports.askToLeave())) return
      await tell()
      // Opened anew, the page holds nothing any more of the organization that one left.
      ports.openAnew()
    },
  }
  return session
}

/** Rejects where the server takes too long; it may still answer, to nobody who waits. */
function inTime<Answer>(answer: Promise<Answer>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const stopWaiting = callLater(PATIENCE_MS, () => reject(new Error()))
    answer.then(resolve, reject).finally(stopWaiting)
  })
}

const SessionContext = createContext<Session | null>(null)

export function SessionProvider(props: { session: Session; children: ReactNode }) {
  return <SessionContext value={props.session}>{props.children}</SessionContext>
}

export function useSession(): Session {
  const session = useContext(SessionContext)
  if (session === null) throw new Error('useSession needs a SessionProvider above it.')
  return session
}
