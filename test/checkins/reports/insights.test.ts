// Insights on real Postgres: kept with the report that says them, found in both Chinese scripts and by English stems, by relevance, by whom they concern.
import { sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { checkMessage } from '../../../sandbox/checker/message.ts'
import { BOT } from '../../../src/app/features.ts'
import { addMissingWords, keepInsights } from '../../../src/checkins/reports/db/insights.ts'
import { reports } from '../../../src/checkins/reports/feature.ts'
import { indexInsights } from '../../../src/checkins/reports/flows/index-insights.ts'
import { REPORT } from '../../../src/checkins/reports/slack/ids.ts'
import type { Person } from '../../../src/core/person.ts'
import { saveSettings } from '../../../src/org/db/settings.ts'
import { insertTeam } from '../../../src/org/db/teams.ts'
import { DEFAULT_REPORT } from '../../../src/org/domain/team.ts'
import type { RenderedMessage } from '../../../src/slack/blocks.ts'
import type { ActionRequest, CommandRequest } from '../../../src/slack/requests.ts'
import { typed } from '../../slack/untouched.ts'
import { testPerson } from '../../support/context.ts'
import { usesDatabase } from '../../support/database.ts'
import { at } from '../standup/at.ts'
import { day, standupTeam } from '../standup/team.ts'

const database = usesDatabase()

const FRIDAY = '2026-03-06'

async function newTeam(settings: Parameters<typeof standupTeam>[1]['settings'] = {}, workspaceId?: string) {
  const zones = { ben: 'Europe/Berlin', eva: 'Europe/Berlin' }
  const of = { zones, now: '2026-03-06T15:00:00Z', ...(workspaceId && { workspaceId }) }
  const team = await standupTeam(database.db, {
    ...of,
    settings: { reports: { weekly: DEFAULT_REPORT }, ...settings },
  })
  const command = reports.commands!.find(({ word }) => word === 'insight')!
  const call = (who: Person) => ({ who, now: team.context.clock.now(), t: BOT.translator(who.locale) })
  return {
    ...team,
    says: (name: string, date: string, text: string) => {
      const { workspaceId: workspace, teamId } = team
      const of = { workspaceId: workspace, memberId: team.memberId(name), kind: 'weekly', date: day(date) }
      const writtenAt = Temporal.Instant.from(`${date}T15:00:00Z`)
      return keepInsights(database.db, of, [{ ...of, section: 'market', teamId, text, writtenAt }], false)
    },
    search: async (who: Person, rest = ''): Promise<RenderedMessage> => {
      let said: RenderedMessage | null = null
      const reply = (message: RenderedMessage) => {
        said = message
      }
      await command.run({ ...call(who), channelId: 'C1', rest, reply } as CommandRequest, team.context)
      expect(checkMessage(said!)).toEqual([])
      return said!
    },
    turn: async (who: Person, value: string): Promise<RenderedMessage> => {
      const said: RenderedMessage[] = []
      const replace = async (message: RenderedMessage) => void said.push(message)
      await reports.actions![REPORT.turnInsights]!(
        { ...call(who), value, replace } as unknown as ActionRequest,
        team.context,
      )
      return said[0]!
    },
  }
}
type Team = Awaited<ReturnType<typeof newTeam>>

/** What is quoted, in order. */
const quotes = ({ text }: RenderedMessage) =>
  text.split('\n').flatMap((line) => (line.startsWith('> ') ? [line.slice(2)] : []))
/** Without what marks words, and the spaces that Slack needs beside it in Chinese. */
const found = async (team: Team, words: string, name = 'ben') =>
  quotes(await team.search(team.person(name), words)).map((line) =>
    line.replaceAll(/(?<=\p{Script=Han}\*?) (?=\*)|(?<=\*) (?=\p{Script=Han})|(?<=\*) (?=[A-Z])|\*/gu, ''),
  )

describe('what a report says about market and customers', () => {
  test('is found as soon as it is saved; an edit changes it, and takes it back', async () => {
    const team = await newTeam()
    const ben = at(team.context, team.person('ben'), reports, REPORT.form)
    const value = JSON.stringify({ team: team.teamId, checkin: 'weekly', date: FRIDAY })
    const file = async (fields: Record<string, string>, viewId: string) => {
      await ben.click(REPORT.open, value)
      const view = ben.seen.views.at(-1)!
      expect(await ben.submit(typed(view, fields), view.private_metadata!, viewId)).toEqual({ kind: 'close' })
    }
    await file({ 'section:results': 'Two deals', 'section:market': 'Bolt lowers prices' }, 'V1')
    expect(await found(team, 'price', 'eva')).toEqual(['Bolt lowers prices'])
    expect(await found(team, 'deals')).toEqual([])
    await file({ 'section:market': 'Acme raises prices' }, 'V2')
    expect(await found(team, 'price')).toEqual(['Acme raises prices'])
    await file({ 'section:market': '' }, 'V3')
    expect(await found(team, '')).toEqual([])
  })

  test('in Chinese is found in either script, as a part of a longer word, and by a single character', async () => {
    const team = await newTeam()
    await team.says('ben', '2026-03-06', '客户反馈：竞争对手降价')
    await team.says('eva', '2026-02-27', '客戶反饋交期太長')
    const both = ['客户反馈：竞争对手降价', '客戶反饋交期太長']
    for (const words of ['客户', '客戶', '反饋', '客户的反馈', '客戶反饋'])
      expect(await found(team, words)).toEqual(both)
    for (const words of ['竞争对手', '競爭對手', '对手', '降', '降价'])
      expect(await found(team, words)).toEqual([both[0]])
    expect(await found(team, '价格')).toEqual([])
    expect(quotes(await team.search(team.person('ben'), '客户'))[1]).toBe('*客戶* 反饋交期太長')
  })

  test('is found by each word of an address, a fraction or a pair with a slash', async () => {
    const team = await newTeam()
    const said = ['They want WeChat/Alipay and iOS/Android', '降到3.5万，见lindenhof.de', 'discount 10-20%']
    await team.says('ben', '2026-03-06', said[0]!)
    await team.says('ben', '2026-02-27', said[1]!)
    await team.says('ben', '2026-02-20', said[2]!)
    for (const words of ['Alipay', 'WeChat/Alipay', 'android'])
      expect(await found(team, words)).toEqual([said[0]])
    for (const words of ['3.5', '3.5万', 'lindenhof']) expect(await found(team, words)).toEqual([said[1]])
    for (const words of ['20', '10-20%']) expect(await found(team, words)).toEqual([said[2]])
  })

  test('in English is found by the stem, in capitals or not, and beside Chinese', async () => {
    const team = await newTeam()
    await team.says('ben', '2026-03-06', 'Two Customers of ours moved to Bolt')
    await team.says('eva', '2026-02-27', '恒信说Bolt更便宜')
    expect(await found(team, 'customer')).toEqual(['Two Customers of ours moved to Bolt'])
    expect(await found(team, 'CUSTOMERS moving')).toEqual(['Two Customers of ours moved to Bolt'])
    expect(await found(team, 'bolt')).toHaveLength(2)
    expect(await found(team, 'bolt 恒信')).toEqual(['恒信说Bolt更便宜'])
    expect(quotes(await team.search(team.person('ben'), 'customer'))).toEqual([
      'Two *Customers* of ours moved to Bolt',
    ])
  })

  test('comes by relevance, of equals the newest first; where none has all words, those with one', async () => {
    const team = await newTeam()
    await team.says('ben', '2026-02-20', 'price, again price: customers compare every price')
    await team.says('ben', '2026-02-27', 'the price is fine')
    await team.says('ben', '2026-03-06', 'no word on the price')
    await team.says('eva', '2026-03-06', 'Delivery is slow')
    expect(await found(team, 'price')).toEqual([
      'price, again price: customers compare every price',
      'no word on the price',
      'the price is fine',
    ])
    expect(await found(team, 'price customers')).toHaveLength(1)
    const some = await team.search(team.person('ben'), 'delivery warranty')
    expect(some.text).toContain('No report has all these words')
    expect(quotes(some)).toEqual(['*Delivery* is slow'])
  })

  test('without words is the newest, in pages of ten', async () => {
    const team = await newTeam()
    for (let week = 0; week < 12; week += 1)
      await team.says('ben', day(FRIDAY).subtract({ weeks: week }).toString(), `Week ${week}`)
    const first = await team.search(team.person('eva'))
    expect(quotes(first)).toEqual(Array.from({ length: 10 }, (_, week) => `Week ${week}`))
    const buttons = (message: RenderedMessage) =>
      message.blocks!.flatMap((block) =>
        'elements' in block ? (block.elements as { value?: string }[]) : [],
      )
    const [more] = buttons(first)
    const second = await team.turn(team.person('eva'), more!.value!)
    expect(quotes(second)).toEqual(['Week 10', 'Week 11'])
    expect(buttons(second)).toHaveLength(1)
    const searched = await team.search(team.person('eva'), 'week')
    expect(searched.text).toContain('in 12 reports')
    expect(quotes(await team.turn(team.person('eva'), buttons(searched)[0]!.value!))).toHaveLength(2)
  })

  test('that an earlier release has stored is found once its words are made', async () => {
    const team = await newTeam()
    await team.says('ben', FRIDAY, '客户反馈 on price')
    await database.db.execute(sql`update insights set words = null where workspace_id = ${team.workspaceId}`)
    expect(await found(team, '反馈')).toEqual([])
    await indexInsights(team.context)
    expect(await found(team, '反馈')).toEqual(['客户反馈 on price'])
    expect(await addMissingWords(database.db, 10)).toBe(0)
  })
})

describe('an answer', () => {
  test('to nothing, to what nobody has said and to no word says what to do', async () => {
    const team = await newTeam()
    const said = async (words: string) => (await team.search(team.person('ben'), words)).text
    expect(await said('')).toContain('No report says anything about market and customers yet')
    expect(await said('warranty')).toContain('Nothing in your reports about “warranty”')
    expect(await said('the')).toContain('Nothing in your reports about “the”')
    expect(await said('?! …')).toContain('no word to look for')
    expect(await said('x'.repeat(200))).toContain('100 characters at most')
    const stranger = testPerson(team.workspaceId, 'U-nobody')
    expect((await team.search(stranger, 'price')).text).toContain('team')
  })

  test('shows hostile text as text, and hostile words find nothing', async () => {
    const team = await newTeam()
    await team.says('ben', FRIDAY, `<!channel> & <https://evil.example|price> 'a':1 \\ ${'价'.repeat(300)}`)
    const { text } = await team.search(team.person('eva'), 'price')
    expect(text).toContain('&lt;!channel&gt; &amp; &lt;https://evil.example|*price*&gt;')
    for (const words of [`'`, `a' | 'b`, `价' & !'`, '=T1', ':*', '\\', '𠮷野家', `${'价'.repeat(90)}`])
      await team.search(team.person('eva'), words)
  })
})

describe('who sees it', () => {
  test('the team and whoever is above; nobody of another team or workspace', async () => {
    const team = await newTeam()
    const { workspaceId, teamId, context } = team
    const other = await newTeam({}, workspaceId)
    const abroad = await newTeam()
    const company = { workspaceId, teamId: crypto.randomUUID() }
    const over = { ...company, channelId: 'C-top', managerUserId: 'U-top', parentTeamId: null }
    await insertTeam(database.db, over, context.clock.now())
    await database.db.execute(
      sql`update teams set parent_team_id = ${company.teamId} where workspace_id = ${workspaceId} and team_id = ${teamId}`,
    )
    await team.says('ben', FRIDAY, 'Bolt lowers prices')
    const sees = async (who: Person) => quotes(await team.search(who, 'price')).length
    expect(await sees(team.person('eva'))).toBe(1)
    expect(await sees(testPerson(workspaceId, 'U-top'))).toBe(1)
    expect(await sees(testPerson(workspaceId, 'U-admin', { isAdmin: true }))).toBe(0)
    await database.db.execute(
      sql`update members set left_on = '2026-03-01' where workspace_id = ${workspaceId} and team_id = ${other.teamId} and user_id <> 'U-eva'`,
    )
    await database.db.execute(
      sql`update members set left_on = '2026-03-01' where workspace_id = ${workspaceId} and team_id = ${teamId} and user_id = 'U-eva'`,
    )
    expect(await sees(other.person('eva'))).toBe(0)
    expect(await sees(abroad.person('ben'))).toBe(0)
    const readers = await database.db.execute(
      sql`select viewer_user_id as viewer, opened from readings where workspace_id = ${workspaceId} order by 1`,
    )
    expect([...readers]).toEqual([
      { viewer: 'U-eva', opened: ['report'] },
      { viewer: 'U-top', opened: ['report'] },
    ])
  })

  test('in a team that shows no names everybody sees their own, and the manager all', async () => {
    const team = await newTeam({ boardNames: 'none' })
    await team.says('ben', FRIDAY, 'Bolt lowers prices')
    await team.says('eva', FRIDAY, 'Acme raises prices')
    expect(await found(team, 'price', 'eva')).toEqual(['Acme raises prices'])
    expect(await found(team, '', 'ben')).toEqual(['Bolt lowers prices'])
    const boss = testPerson(team.workspaceId, 'U-boss')
    expect(quotes(await team.search(boss, 'price'))).toHaveLength(2)
    await saveSettings(database.db, team, {
      ...{ effectiveFrom: day('2026-03-06'), settings: { ...team.settings, boardNames: 'all' } },
      ...{ setBy: 'U-boss', setAt: team.context.clock.now() },
    })
    expect(await found(team, 'price', 'eva')).toHaveLength(2)
  })
})
