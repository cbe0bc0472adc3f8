// Chromium for the tests of the page: started once a file, a fresh context for each visit, every console error kept.
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium'
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
const PATIENCE_MS = 10_000
/** The page of a demo that has just started, while another one starts. */
const OPENS_WITHIN_MS = 30_000
/** One gray pixel, in the place of every picture of the gallery. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
)

export function startBrowser(): Promise<Browser> {
  if (!existsSync(CHROMIUM))
    throw new Error(
      `The tests of the page need Chromium at ${CHROMIUM} (or CHROMIUM=path): install the Debian package "chromium".`,
    )
  return chromium.launch({ executablePath: CHROMIUM, args: FLAGS })
}

export interface Visit {
  page: Page
  /** What the console said in anger, and what was thrown. */
  errors: string[]
}

export interface VisitOptions extends BrowserContextOptions {
  /** Shows the tour, as on the first visit [false]. */
  first?: boolean
}

/** @param where `U0ANNA/app` in the gallery's workspace, or `T0DEMO/U0JONAS/app` in another */
export async function visit(
  browser: Browser,
  origin: string,
  where: string,
  { first = false, ...options }: VisitOptions = {},
): Promise<Visit> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    locale: 'en-US',
    // What fades in has less contrast on its way.
    reducedMotion: 'reduce',
    ...options,
  })
  if (!first) await context.addInitScript("localStorage.setItem('local-slack greeted', 'yes')")
  await context.route('https://pictures.invalid/**', (route) =>
    route.fulfill({ contentType: 'image/png', body: PIXEL }),
  )
  const page = await context.newPage()
  page.setDefaultTimeout(PATIENCE_MS)
  page.setDefaultNavigationTimeout(OPENS_WITHIN_MS)
  const errors: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') errors.push(message.text())
  })
  page.on('pageerror', (fault) => errors.push(fault.message))
  await page.goto(`${origin}/#/${where.startsWith('T') ? where : `T0BRIGHT/${where}`}`)
  await page.getByRole('main').waitFor()
  return { page, errors }
}

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What axe-core finds serious or critical, each with the first place. */
export async function seriousFindings(page: Page): Promise<string[]> {
  await page.evaluate(AXE)
  const { violations } = (await page.evaluate('axe.run(document)')) as AxeResults
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(
      ({ id, help, nodes }) =>
        `${id}: ${help} (${nodes.length}×) ${nodes[0]?.html} ${nodes[0]?.failureSummary}`,
    )
}
