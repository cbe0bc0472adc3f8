// A team that calls its check-in by a name of its own: every message, form and the Home tab say that name and no other word for it.
import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { BOT } from '../../src/app/features.ts'
import { STANDUP_MESSAGES } from '../../src/checkins/standup/domain/standup-messages.ts'
import { openStandup } from '../../src/checkins/standup/flows/open-standup.ts'
import { standupMessages } from '../../src/checkins/standup/slack/messages.ts'
import { standupView } from '../../src/checkins/standup/slack/standup-form.ts'
import { metadataOf } from '../../src/checkins/standup/slack/standup-metadata.ts'
import { LOCALES } from '../../src/core/i18n/locale.ts'
import { introduction } from '../../src/org/flows/team-messages.ts'
import { messages } from '../../src/outbox/db/messages.sql.ts'
import { findMessage } from '../../src/outbox/db/messages.ts'
import { enqueueMessage } from '../../src/outbox/flows/enqueue-message.ts'
import { renderMessage } from '../../src/outbox/flows/message-kind.ts'
import { drawHome } from '../../src/slack/home.ts'
import { usesDatabase } from '../support/database.ts'
import { factsOf } from '../support/message-facts.ts'
import { teamMessages } from './every-message.ts'
import { buildWorld, HOME, ROLES, type World } from './world.ts'

const OWN = 'Tagesrunde'
/** What else it is called by us, in any language. */
const OTHER_WORDS = /stand-?up|morning|晨会|晨會|早会|早會|晨报|晨報/i
/** Ids are no words that anybody reads; the command keeps its name. */
const READ = (value: unknown): string =>
  JSON.stringify(value, (key, part) =>
    ['action_id', 'block_id', 'callback_id', 'value', 'private_metadata'].includes(key) ? undefined : part,
  )

const database = usesDatabase()
let world: World
beforeAll(async () => {
  world = await buildWorld(database.db)
  const { context, north } = world
  await database.db.execute(
    sql`update team_settings set settings = settings || ${JSON.stringify({ checkinName: OWN })}::text::jsonb`,
  )
  const date = Temporal.PlainDate.from(north.standupDate)
  const { workspaceId, teamId, channelId } = north
  const of = (index: number, userId: string) => ({
    workspaceId,
    teamId,
    memberId: north.memberIds[index]!,
    userId,
    date,
  })
  const told = [of(0, ROLES.rep), of(1, ROLES['another rep'])]
  await database.db.transaction(async (tx) =>
    enqueueMessage(tx, context, [
      ...told.flatMap((one) => [
        STANDUP_MESSAGES.card(one),
        STANDUP_MESSAGES.reminder(one),
        STANDUP_MESSAGES.snoozed(one),
      ]),
      STANDUP_MESSAGES.summary({ workspaceId, teamId, channelId }, date),
      introduction({ workspaceId, teamId, channelId }, 'intro'),
      ...(await teamMessages(tx, context, world)),
    ]),
  )
})

describe.each(LOCALES)('in %s', (locale) => {
  const t = BOT.translator(locale)

  test('every message', async () => {
    const seen = new Map<string, string>()
    for (const { messageKey, workspaceId } of await database.db.select().from(messages)) {
      const message =
        workspaceId === HOME ? await findMessage(database.db, { workspaceId, messageKey }) : null
      const facts =
        message && (await factsOf<{ checkinName?: string }>(database.db, message, world.context.clock.now()))
      if (!message || !facts) continue
      const read = READ(renderMessage(BOT.messages.get(message.kind)!, facts, t))
      expect(read.match(OTHER_WORDS)?.[0], `${message.kind} ${read}`).toBeUndefined()
      seen.set(message.kind, (seen.get(message.kind) ?? '') + read)
    }
    expect(seen.size).toBeGreaterThan(20)
    const named = [...seen].filter(([, read]) => read.includes(OWN)).map(([kind]) => kind)
    expect(named).toEqual(
      expect.arrayContaining([
        'standup-card',
        'standup-reminder',
        'standup-summary',
        'team-introduction',
        'member-added',
      ]),
    )
    expect(
      standupMessages.filter(({ kind }) => !seen.has(kind) && kind !== 'help-coming').map(({ kind }) => kind),
    ).toEqual([])
  })

  test('the form, and the Home tab', async () => {
    const { context, north } = world
    const who = context.people.get(`${HOME} ${ROLES['another rep']}`)!
    const opened = await openStandup(context, who, {
      teamId: north.teamId,
      date: Temporal.PlainDate.from(north.standupDate),
    })
    if (!opened.ok) throw new Error(opened.reason)
    const form = READ(standupView(opened.form, metadataOf(opened.form, false), t))
    const home = READ(await drawHome(BOT.home, who, t, context))
    for (const read of [form, home]) {
      expect(read).toContain(OWN)
      expect(read.match(OTHER_WORDS)?.[0], read).toBeUndefined()
    }
  })

  test('no sentence has the word itself, except where people type it', () => {
    const typed = ['common.checkin', 'help.standup', 'help.openStandup', 'setup.checkinNameHint']
    const left = Object.entries(BOT.words[locale]).filter(
      ([key, sentence]) => /stand-?up|[晨早][会會报報]/i.test(sentence) && !typed.includes(key),
    )
    expect(left.map(([key, sentence]) => `${key}: ${sentence}`)).toEqual([])
  })
})

test('a team without a name of its own says standup, 晨会 or 晨會', () => {
  const said = LOCALES.map((locale) => BOT.translator(locale).calling('')('standup.formTitle'))
  expect(said).toEqual(['standup', '晨会', '晨會'])
})
