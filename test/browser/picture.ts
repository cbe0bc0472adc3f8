// Takes the pictures of the docs, into the folder in PICTURES; without it takes none.
import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Locator, Page } from 'playwright-core'

const folder = process.env.PICTURES
/** Small enough that no picture exceeds 150 KB. */
const SIZE = { width: 980, height: 620 }

/** @param top what the picture begins with [where the page stands] */
export async function picture(page: Page, name: string, top?: Locator): Promise<void> {
  if (!folder) return
  const path = join(folder, `${name}.png`)
  mkdirSync(dirname(path), { recursive: true })
  const before = page.viewportSize()
  await page.setViewportSize(SIZE)
  await top?.evaluate((element) => element.scrollIntoView({ block: 'start' }))
  await page.screenshot({ path })
  if (before) await page.setViewportSize(before)
}
