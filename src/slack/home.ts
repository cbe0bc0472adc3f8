// Renders the Home tab from the sections that the features contribute.
import type { Context } from '../core/context.ts'
import type { Translate } from '../core/i18n/translate.ts'
import type { Person } from '../core/person.ts'
import type { Block, HomeView } from './blocks.ts'
import { mrkdwn } from './mrkdwn.ts'

export interface HomeSection {
  /** Sections are sorted by this number. */
  place: number
  /** Empty where there is nothing to show to this person. */
  draw(who: Person, now: Temporal.Instant, t: Translate, context: Context): Promise<readonly Block[]>
}

export async function drawHome(
  sections: readonly HomeSection[],
  who: Person,
  t: Translate,
  context: Context,
): Promise<HomeView> {
  const now = context.clock.now()
  const ordered = sections.toSorted((one, other) => one.place - other.place)
  const drawn = await Promise.all(ordered.map(({ draw }) => draw(who, now, t, context)))
  return homeView(drawn.flat(), t)
}

export function homeView(blocks: readonly Block[], t: Translate): HomeView {
  const more: Block = { type: 'context', elements: [mrkdwn(t('home.more'))] }
  return { type: 'home', blocks: [...blocks, more] as HomeView['blocks'] }
}
