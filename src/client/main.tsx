import '@mantine/core/styles.layer.css'
import '@mantine/dates/styles.layer.css'
import '@mantine/notifications/styles.layer.css'
import './components/global.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { language } from './i18n/language.ts'
import { readyTemporal } from './lib/browser-temporal.ts'

const place = document.getElementById('root')
if (place === null) throw new Error('The page has no element #root to draw into.')

document.documentElement.lang = language

async function draw(root: HTMLElement) {
  await readyTemporal()
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  )
}
void draw(place)
