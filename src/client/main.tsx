import 'virtual:mantine-first.css'
import '@mantine/notifications/styles.layer.css'
import 'virtual:theme.css'
import './components/global.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { createPage } from './create-page.ts'
import { language } from './i18n/language.ts'
import { readyTemporal } from './lib/browser-temporal.ts'

/** For so long a page may stay empty rather than show that it waits. */
const PATIENCE_MS = 400

const place = document.getElementById('root')
if (place === null) throw new Error('The page has no element #root to draw into.')

document.documentElement.lang = language

async function draw(root: HTMLElement) {
  const page = createPage()
  const patience = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))
  await Promise.all([readyTemporal(), Promise.race([page.fetchFirstSight(), patience])])
  createRoot(root).render(
    <StrictMode>
      <App page={page} />
    </StrictMode>,
  )
}
void draw(place)
