import { Navigate } from '@tanstack/react-router'
import { CallsPage } from '../features/calls/CallsPage.tsx'
import { FirstNotices } from '../features/first-steps/FirstNotices.tsx'
import { WhileNew } from '../features/first-steps/WhileNew.tsx'
import { useSight } from '../lib/rights.tsx'

/** Where one lands: the calls, or for who stands before an audience the stage. */
export function CallsHome() {
  return useSight() === 'demo' ? (
    <Navigate to="/demo" replace />
  ) : (
    <CallsPage notices={<FirstNotices />} WhileNew={WhileNew} />
  )
}
