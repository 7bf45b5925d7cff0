import {
  type CSSVariablesResolver,
  createTheme,
  Loader,
  type MantineColorsTuple,
  type MantineThemeOverride,
} from '@mantine/core'
import { t } from './i18n/t.ts'

const tide: MantineColorsTuple = [
  '#ebf7f8',
  '#d6ecef',
  '#aadae0',
  '#7bc6cf',
  '#54b5c0',
  '#39a7b4',
  '#2494a2',
  '#137b89',
  '#0b6471',
  '#064e59',
]

/** Cooler than Mantine's own, so that colour is left to what means something. */
const slate: MantineColorsTuple = [
  '#d7dee3',
  '#bcc6cd',
  '#9aa7b0',
  '#7b8993',
  '#46525b',
  '#364149',
  '#283138',
  '#1d2429',
  '#14191d',
  '#0e1215',
]

/**
 * Colours with a meaning. Each has a text colour of at least 4.5:1 on its own tint, in both schemes;
 * components name a tone and never a colour.
 */
const tones = {
  calm: { light: ['#1d5fa8', '#e6f0fb'], dark: ['#9fcbff', '#1c3147'] },
  moving: { light: ['#6b3fb0', '#f0e9fb'], dark: ['#cdb2ff', '#332750'] },
  talking: { light: ['#08696f', '#dcf4f2'], dark: ['#7fdcd8', '#12393b'] },
  good: { light: ['#256b34', '#e3f4e6'], dark: ['#92d9a0', '#1b3822'] },
  middling: { light: ['#7a5300', '#fbf0d4'], dark: ['#f0c869', '#3c3013'] },
  missed: { light: ['#93480b', '#fdeadb'], dark: ['#ffb780', '#432a17'] },
  bad: { light: ['#a62430', '#fce6e7'], dark: ['#ffa3a8', '#482126'] },
  doubt: { light: ['#8b2f7c', '#f9e6f6'], dark: ['#f3a7e6', '#432140'] },
  quiet: { light: ['#4d5a64', '#e9edf0'], dark: ['#b4c0c9', '#2b343b'] },
} as const satisfies Record<string, Record<'light' | 'dark', readonly [string, string]>>

export type Tone = keyof typeof tones

/** The list itself scrolls, which keys reach through its field, and no place within it that has none. */
const scrollingList = {
  defaultProps: { withScrollArea: false },
  styles: { options: { maxHeight: '13.75rem', overflowY: 'auto' } },
} as const

export const theme: MantineThemeOverride = createTheme({
  colors: { tide, dark: slate },
  primaryColor: 'tide',
  primaryShade: { light: 7, dark: 7 },
  fontFamily: 'ui-sans-serif, system-ui, "Segoe UI", Roboto, "Helvetica Neue", sans-serif',
  fontSizes: { xs: '0.75rem', sm: '0.875rem', md: '1rem', lg: '1.125rem', xl: '1.375rem' },
  spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.5rem', xl: '2.25rem' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  headings: {
    fontWeight: '650',
    sizes: {
      h1: { fontSize: '1.375rem', lineHeight: '1.3' },
      h2: { fontSize: '1.125rem', lineHeight: '1.35' },
      h3: { fontSize: '0.9375rem', lineHeight: '1.4' },
    },
  },
  components: {
    // Its name would be forbidden to an element without a role.
    Loader: Loader.extend({ defaultProps: { role: 'status' } }),
    Tooltip: { defaultProps: { openDelay: 300, withArrow: true } },
    // Its placeholder is no item of a menu, and readers stumble over it.
    Menu: { defaultProps: { withInitialFocusPlaceholder: false } },
    Drawer: { defaultProps: { closeButtonProps: { 'aria-label': t('Close') } } },
    Modal: {
      defaultProps: { closeButtonProps: { 'aria-label': t('Close') } },
      styles: { title: { fontSize: '1.125rem', fontWeight: 650 } },
    },
    Select: scrollingList,
    TagsInput: scrollingList,
    // Below centred words, where two of them do not fit beside each other too.
    EmptyState: { styles: { actions: { justifyContent: 'center' } } },
    // Coloured words on a coloured ground fall short of 4.5:1; the ground and the icon tell enough.
    Alert: { styles: { title: { color: 'var(--mantine-color-text)' } } },
    Notification: {
      defaultProps: { closeButtonProps: { 'aria-label': t('Dismiss') } },
      styles: { description: { color: 'var(--mantine-color-dimmed)' } },
    },
  },
})

/** Mantine's own greys for secondary words fall short of 4.5:1; these do not. */
const readable = {
  light: { dimmed: '#55626c', placeholder: '#66737d', error: '#b3202c' },
  dark: { dimmed: '#a7b3bc', placeholder: '#8f9ba5', error: '#ff9ea4' },
}

const surfaces = {
  light: {
    '--ringback-page': '#f6f8f9',
    '--ringback-surface': '#ffffff',
    '--ringback-raised': '#ffffff',
    '--ringback-hover': '#f0f5f6',
    '--ringback-selected': '#e2f1f3',
    '--ringback-open': '#cbe5e9',
    '--ringback-mark': tide[7],
    '--ringback-line': '#dde3e7',
    '--ringback-fresh': '#fff6d9',
  },
  dark: {
    '--ringback-page': '#14191d',
    '--ringback-surface': '#1a2025',
    '--ringback-raised': '#20272d',
    '--ringback-hover': '#222a30',
    '--ringback-selected': '#19343a',
    '--ringback-open': '#1f4852',
    '--ringback-mark': tide[3],
    '--ringback-line': '#303a42',
    '--ringback-fresh': '#3a3418',
  },
}

const schemeVariables = (scheme: 'light' | 'dark') => ({
  ...surfaces[scheme],
  '--mantine-color-body': surfaces[scheme]['--ringback-surface'],
  '--mantine-color-dimmed': readable[scheme].dimmed,
  '--mantine-color-placeholder': readable[scheme].placeholder,
  '--mantine-color-error': readable[scheme].error,
  ...Object.fromEntries(
    Object.entries(tones).flatMap(([tone, colours]) => [
      [`--tone-${tone}-text`, colours[scheme][0]],
      [`--tone-${tone}-tint`, colours[scheme][1]],
    ]),
  ),
})

export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: schemeVariables('light'),
  dark: schemeVariables('dark'),
})
