// Keeps the Home tabs that were opened lately up to date: redraws those whose data changed, and publishes what looks different.
import type { Context } from '../../core/context.ts'
import { reasonOf } from '../../core/fault-reason.ts'
import type { Person } from '../../core/person.ts'
import { findPerson } from '../../org/db/people.ts'
import {
  changedHomes,
  type HomeRef,
  lookAgainAt,
  type OpenHome,
  saveOpenHome,
  saveShown,
  takeOpenHomes,
} from '../db/open-homes.ts'

/** Slack does not say when Home is left; each time that it is opened it says so. */
const OPEN_HOURS = 2
/** What was entered shortly before may not have been committed yet. */
const MARGIN_SECONDS = 10
const TAKEN_AT_ONCE = 500
/** Slack allows about a hundred a minute, those included that people open themselves. */
const DRAWN_AT_ONCE = 20

export interface HomePorts<View> {
  draw(who: Person): Promise<View>
  /** A short digest of the view. */
  digest(view: View): string
  publish(who: Person, view: View): Promise<void>
}

/** Called whenever somebody's Home was published because they opened it or did something there. */
export async function rememberHome(
  { db, clock }: Pick<Context, 'db' | 'clock'>,
  home: HomeRef,
  shown: string,
): Promise<void> {
  const openedAt = clock.now()
  await saveOpenHome(db, { ...home, shown, openedAt, lookedAt: before(openedAt) })
}

const before = (now: Temporal.Instant): Temporal.Instant => now.subtract({ seconds: MARGIN_SECONDS })

/** One that fails is tried the next time; a process that dies meanwhile loses a redraw, and opening Home draws it anew. */
export async function redrawHomes<View>(context: Context, ports: HomePorts<View>): Promise<void> {
  const { db, clock, log } = context
  const now = clock.now()
  const openedAfter = now.subtract({ hours: OPEN_HOURS })
  const homes = await takeOpenHomes(db, { openedAfter, lookedAt: before(now), most: TAKEN_AT_ONCE })
  if (homes.length === 0) return
  const changed = await changedHomes(db, homes, now.toZonedDateTimeISO('UTC').toPlainDate())
  const isOf = (one: HomeRef) => (other: HomeRef) =>
    other.workspaceId === one.workspaceId && other.userId === one.userId
  const toDraw = homes.filter((home) => changed.some(isOf(home)))
  for (const home of toDraw.slice(DRAWN_AT_ONCE)) await lookAgainAt(db, home)
  for (const home of toDraw.slice(0, DRAWN_AT_ONCE))
    await redraw(context, home, ports).catch(async (fault: unknown) => {
      log.warn({ reason: reasonOf(fault) }, 'cannot redraw a Home tab')
      await lookAgainAt(db, home)
    })
}

async function redraw<View>(
  { db }: Context,
  home: OpenHome,
  { draw, digest, publish }: HomePorts<View>,
): Promise<void> {
  const who = await findPerson(db, home.workspaceId, home.userId)
  if (!who || who.deactivated) return
  const view = await draw(who)
  const shown = digest(view)
  if (shown === home.shown) return
  await publish(who, view)
  await saveShown(db, home, shown)
}
