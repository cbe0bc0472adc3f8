// A manager of 300 people sees every part of a target before it is saved: by a private message, in pages, in three languages.
import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { checkMessage } from '../../sandbox/checker/message.ts'
import { BOT } from '../../src/app/features.ts'
import { LOCALES, type Locale } from '../../src/core/i18n/locale.ts'
import { people } from '../../src/org/db/people.sql.ts'
import type { DataTableBlock, ModalView, RenderedMessage } from '../../src/slack/blocks.ts'
import { degrade } from '../../src/slack/degrade.ts'
import { TARGETS } from '../../src/targets/slack/ids.ts'
import { type SmallTeam, smallTeam } from '../numbers/small-team.ts'
import { type Heard, type Move, perform } from '../security/listeners.ts'
import { HOME } from '../security/world.ts'
import { type TestContext, testContext, testPerson } from '../support/context.ts'
import { usesDatabase } from '../support/database.ts'

const COUNT = 300
const NAMES = Array.from({ length: COUNT }, (_, index) => `Rep${String(index + 1).padStart(3, '0')}`)

const database = usesDatabase()
let context: TestContext
let team: SmallTeam
beforeAll(async () => {
  context = testContext(database.db, '2026-03-02T11:00:00Z')
  team = await smallTeam(
    context.db,
    NAMES.map((name) => ({ name })),
    { workspaceId: HOME },
  )
})

async function does(move: Move, userId = 'UBOSS'): Promise<Heard> {
  const heard = await perform(context, { userId, workspaceId: HOME }, move)
  expect(heard.errors).toEqual([])
  return heard
}
const chosen = (value: string) => ({ field: { type: 'static_select', selected_option: { value } } })
const typed = (value: string) => ({ field: { type: 'plain_text_input', value } })

async function preview(
  value: string,
  {
    metric = 'calls',
    period = 'month 2026-03-01',
    ...more
  }: { metric?: string; period?: string; who?: object } = {},
): Promise<ModalView> {
  const state = {
    ...{ metric: chosen(metric), period: chosen(period), value: typed(value) },
    ...{ split: chosen('equal'), reason: typed('more leads'), ...more },
  }
  const form = { kind: 'submit', callbackId: TARGETS.form, metadata: JSON.stringify({ team: team.teamId }) }
  const { views, told } = await does({ ...form, state } as Move)
  expect(views, JSON.stringify(told)).toHaveLength(1)
  return views[0] as ModalView
}

/** As Slack hands it back when nothing is typed. */
const stateOf = ({ blocks }: ModalView) =>
  Object.fromEntries(
    blocks.flatMap((block) => {
      if (!('element' in block) || block.element?.type !== 'plain_text_input') return []
      return [[block.block_id!, typed(block.element.initial_value ?? '')]]
    }),
  )

const save = (view: ModalView) =>
  does({
    ...{ kind: 'submit', callbackId: TARGETS.previewForm, metadata: view.private_metadata! },
    state: stateOf(view),
  })

const press = (view: ModalView, userId?: string) =>
  does(
    { kind: 'action', actionId: TARGETS.seeParts, value: '', view: { metadata: view.private_metadata! } },
    userId,
  )

const tableIn = ({ blocks }: RenderedMessage) =>
  blocks.find((block): block is DataTableBlock => block.type === 'data_table')

function buttonIn({ blocks }: RenderedMessage, id: string) {
  const buttons = blocks.flatMap((block) => (block.type === 'actions' ? block.elements : []))
  return buttons.find((one) => 'action_id' in one && one.action_id === `${TARGETS.turnParts}#${id}`) as
    | { action_id: string; value: string }
    | undefined
}

async function turn(message: RenderedMessage, id: string): Promise<RenderedMessage | undefined> {
  const button = buttonIn(message, id)
  if (!button) return undefined
  const { told } = await does({
    kind: 'action',
    actionId: button.action_id,
    value: button.value,
    channelId: 'D0BOSS',
  })
  return told[0] as RenderedMessage
}

async function reads(locale: Locale) {
  context.people.set('UBOSS', testPerson(HOME, 'UBOSS', { locale }))
  await context.db.update(people).set({ locale }).where(eq(people.userId, 'UBOSS'))
  return BOT.translator(locale)
}

test.each(LOCALES)(
  'the preview has a button that sends everybody’s part, in pages, in %s',
  async (locale) => {
    const t = await reads(locale)
    const view = await preview('6600')
    expect(JSON.stringify(view)).toContain(t('target.partsSee', { count: COUNT }))
    const { told, views } = await press(view)
    expect(JSON.stringify(views[0])).toContain(t('target.partsSent', { count: COUNT }))
    const pages: RenderedMessage[] = []
    for (
      let page: RenderedMessage | undefined = told[0] as RenderedMessage;
      page;
      page = await turn(page, 'next')
    )
      pages.push(page)
    expect(pages).toHaveLength(3)
    for (const page of pages)
      for (let form: ReturnType<typeof degrade> = page; form; form = degrade(form))
        expect(checkMessage(form)).toEqual([])
    const draft = locale === 'en' ? 'Nothing is saved yet' : locale === 'zh-CN' ? '尚未保存' : '尚未儲存'
    for (const { text, blocks } of pages)
      for (const said of [text, JSON.stringify(blocks[0])]) expect(said).toContain(draft)
    const rows = pages.flatMap((page) => tableIn(page)!.rows.slice(1))
    expect(rows.map(([name]) => name!.text).toSorted()).toEqual(NAMES)
    expect(rows.every(([, before, after]) => before!.text === '–' && after!.text.startsWith('22'))).toBe(true)
    const back = await turn(pages[2]!, 'back')
    expect(tableIn(back!)!.rows).toEqual(tableIn(pages[1]!)!.rows)
  },
)

test('somebody who may not set the target gets nothing from a forged button', async () => {
  await reads('en')
  const view = await preview('6600')
  const { told } = await press(view, 'URep007')
  expect(JSON.stringify(told)).not.toContain('Rep001')
})

test('once the target is set the draft says that it is over, and the next one names the parts so far', async () => {
  const t = await reads('en')
  const view = await preview('6600')
  const { told } = await press(view)
  const draft = told[0] as RenderedMessage
  await save(view)
  expect((await turn(draft, 'next'))?.text).toBe(t('target.partsOver'))
  const over = await press(view)
  expect(JSON.stringify(over.told)).toContain(t('target.partsOver'))
  const late = await preview('9900')
  await save(await preview('13200'))
  const stale = await press(late)
  expect(JSON.stringify(stale.views[0])).toContain(t('target.changedSince'))
  expect(stale.told).toHaveLength(1)
  const again = await press(await preview('9900'))
  const [, row] = tableIn(again.told[0] as RenderedMessage)!.rows
  expect(row!.slice(1).map(({ text }) => text)).toEqual(['44', '33'])
})

test('a part that was set by hand stays when the year of a large team is saved', async () => {
  const t = await reads('en')
  const year = { metric: 'visits', period: 'year 2026-01-01' }
  const who = { field: { type: 'users_select', selected_user: 'URep001' } }
  await save(await preview('900', { ...year, who }))
  const shown = await preview('60700', year)
  expect(Object.keys(stateOf(shown)).some((blockId) => blockId.startsWith('month:'))).toBe(true)
  const { told } = await save(shown)
  expect(JSON.stringify(told)).toContain(t('target.savedHow'))
})
