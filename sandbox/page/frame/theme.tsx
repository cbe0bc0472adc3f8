// Light or dark: as the system has it, or as the user chose for this page.
import { createContext, type ReactNode, useContext, useEffect, useState, useSyncExternalStore } from 'react'
import { storeChoice, storedChoice } from './browser-storage.ts'

export const THEMES = ['system', 'light', 'dark'] as const
export type ThemeChoice = (typeof THEMES)[number]

interface Theme {
  choice: ThemeChoice
  choose(choice: ThemeChoice): void
  /** What is on the screen. */
  shown: 'light' | 'dark'
}

const ThemeContext = createContext<Theme>({ choice: 'system', choose: () => {}, shown: 'light' })
export const useTheme = (): Theme => useContext(ThemeContext)

const system = window.matchMedia('(prefers-color-scheme: dark)')
const onSystem = (changed: () => void) => {
  system.addEventListener('change', changed)
  return () => system.removeEventListener('change', changed)
}

export function ThemeProvider({ children }: { children: ReactNode }) {
  const [choice, choose] = useState<ThemeChoice>(
    () => THEMES.find((one) => one === storedChoice('theme')) ?? 'system',
  )
  const systemDark = useSyncExternalStore(onSystem, () => system.matches)
  const shown = choice === 'system' ? (systemDark ? 'dark' : 'light') : choice
  useEffect(() => {
    document.documentElement.dataset.theme = shown
    storeChoice('theme', choice)
  }, [choice, shown])
  return <ThemeContext value={{ choice, choose, shown }}>{children}</ThemeContext>
}
