// Takes the pictures of the docs, into the folder in PICTURES; without it takes none.
import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Locator, Page } from 'playwright-core'

const folder = process.env.PICTURES
/** Small enough that no picture exceeds 150 KB. */
const SIZE = { width: 980, height: 620 }
/** Where a message's text ends. */
const WIDEST = 760

/** @param top what the picture begins with [where the page stands] */
export async function picture(page: Page, name: string, top?: Locator): Promise<void> {
  if (!folder) return
  const before = page.viewportSize()
  await page.setViewportSize(SIZE)
  await top?.evaluate((element) => element.scrollIntoView({ block: 'start' }))
  await page.screenshot({ path: pathOf(folder, name) })
  if (before) await page.setViewportSize(before)
}

/** Nothing but this, in a page of the size that it has. */
export async function cropped(page: Page, name: string, shown: Locator): Promise<void> {
  if (!folder) return
  await shown.evaluate((element) => element.scrollIntoView({ block: 'center' }))
  const box = await shown.boundingBox()
  if (!box) throw new Error(`There is nothing to be seen for ${name}.`)
  const clip = { ...box, width: Math.min(box.width, WIDEST) }
  await page.screenshot({ path: pathOf(folder, name), clip })
}

function pathOf(into: string, name: string): string {
  const path = join(into, `${name}.png`)
  mkdirSync(dirname(path), { recursive: true })
  return path
}
