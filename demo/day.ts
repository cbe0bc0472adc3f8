// The script of the demo's day: who does what at which time, and what of it is logged.
import type { UserSession } from '../sandbox/user/user-session.ts'

export interface Stage {
  user(name: string): UserSession
  /** Logs what a user sees once everything in flight has been delivered. */
  show(name: string, read: () => string): Promise<void>
}

export interface Scene {
  /** Wall time in `zone`, on the demo's day. */
  at: string
  zone: string
  title: string
  play(stage: Stage): Promise<void>
}

const SHANGHAI = 'Asia/Shanghai'
const BERLIN = 'Europe/Berlin'
const LONDON = 'Europe/London'

type Answers = Readonly<Record<string, string | readonly string[]>>

/** Opens the standup from its prompt, fills it in and hands it in; throws when the form does not close. */
async function answer(user: UserSession, button: string, answers: Answers): Promise<void> {
  await user.dm().click(button)
  await user.modal.fill(answers)
  const result = await user.modal.submit()
  if (!('closed' in result))
    throw new Error(`${user.user.realName}'s answer was not taken: ${JSON.stringify(result)}`)
}

const lastWords = (user: UserSession, about = '') => user.dm().last(about)?.words ?? '(nothing)'
const channelWords = (user: UserSession, channel: string, about: string) =>
  user.in(channel).last(about)?.words ?? '(nothing)'

/** Types a command in a channel and waits for the private answer. */
async function ask(user: UserSession, text: string, channel: string): Promise<() => string> {
  const answers = () =>
    user
      .in(channel)
      .sees()
      .filter((seen) => seen.ephemeral).length
  const before = answers()
  const result = await user.command('/kpi', text, { in: channel })
  if (!result.ok) throw new Error(result.sentence)
  await user.waitFor(() => answers() > before || undefined)
  return () => lastIn(user, channel)
}

const lastIn = (user: UserSession, channel: string) => user.in(channel).sees().at(-1)?.words ?? '(nothing)'

const CHINESE_ANSWERS: Readonly<Record<string, Answers>> = {
  chen: {
    '上次计划，完成了哪些？': ['回访上周三家意向客户'],
    电话量: '46',
    拜访量: '3',
    今天的计划: '恒信科技签约\n回访两家老客户',
  },
  wang: { 电话量: '32', 拜访量: '2', 今天的计划: '苏州园区拜访' },
  sun: { 续约成功数: '2', 今天的计划: '华锐续约方案' },
}

const BERLIN_ANSWERS: Readonly<Record<string, Answers>> = {
  jonas: {
    Calls: '44',
    Visits: '2',
    'Plan for the day': 'Offer for Nordlicht\nTen calls into the fair list',
  },
  aylin: {
    'Done since last time?': ['Close Hafenwerk', 'Two visits in Potsdam'],
    Calls: '52',
    Visits: '4',
    'New customers': '1',
    'Plan for the day': 'Contract for Hafenwerk',
  },
}

export const SHANGHAI_MORNING: readonly Scene[] = [
  {
    at: '09:01',
    zone: SHANGHAI,
    title: 'the first prompts of the day',
    play: async ({ user, show }) => {
      await user('chen').dm().waitFor('晨会')
      await show('chen', () => lastWords(user('chen')))
    },
  },
  {
    at: '09:20',
    zone: SHANGHAI,
    title: 'three of four answer; one number is unusual and is asked about',
    play: async ({ user, show }) => {
      for (const [name, answers] of Object.entries(CHINESE_ANSWERS)) await answer(user(name), '填写', answers)
      await show('chen', () => lastWords(user('chen')))
      await user('zhao').dm().click('填写')
      await user('zhao').modal.fill({ 电话量: '412' })
      await user('zhao').modal.submit()
      await show('zhao', () => user('zhao').modal.words())
      user('zhao').modal.close({ all: true })
    },
  },
  {
    at: '10:31',
    zone: SHANGHAI,
    title: 'half an hour before the close: one reminder',
    play: ({ user, show }) => show('zhao', () => lastWords(user('zhao'))),
  },
  {
    at: '11:01',
    zone: SHANGHAI,
    title: 'the close: summary and board in the channel',
    play: async ({ user, show }) => {
      await show('liu', () => channelWords(user('liu'), 'sales-huadong', '晨会'))
      await show('liu', () => channelWords(user('liu'), 'sales-huadong', '排行榜'))
    },
  },
]

const BERLIN_MORNING: readonly Scene[] = [
  {
    at: '09:10',
    zone: BERLIN,
    title: 'Berlin answers, one of them with a blocker',
    play: async ({ user, show }) => {
      for (const [name, answers] of Object.entries(BERLIN_ANSWERS))
        await answer(user(name), 'Fill in', answers)
      await answer(user('oskar'), 'Fill in', {
        Calls: '29',
        'What stands in your way?': 'No price list for 2027 yet',
        'Who could help with that?': 'marta',
      })
      await show('aylin', () => lastWords(user('aylin')))
      await show('marta', () => lastWords(user('marta')))
      await show('marta', () => channelWords(user('marta'), 'sales-atlantic', 'standup'))
    },
  },
  {
    at: '09:40',
    zone: BERLIN,
    title: 'numbers at any time, in one line',
    play: async ({ user, show }) => {
      await show('jonas', await ask(user('jonas'), 'log calls 5, visits 1', 'sales-atlantic'))
      await show('jonas', await ask(user('jonas'), 'me', 'sales-atlantic'))
    },
  },
]

const LONDON_MORNING: readonly Scene[] = [
  {
    at: '09:15',
    zone: LONDON,
    title: 'London: one logged her numbers last evening and answers with one press, one forgets',
    play: async ({ user, show }) => {
      await show('tessa', () => lastWords(user('tessa')))
      await user('tessa').dm().click('As planned')
      await user('tessa').dm().waitFor('is in')
      await show('tessa', () => lastWords(user('tessa')))
    },
  },
  {
    at: '11:01',
    zone: LONDON,
    title: 'the close of the last zone: summary and board',
    play: async ({ user, show }) => {
      await show('marta', () => channelWords(user('marta'), 'sales-atlantic', 'standup'))
      await show('marta', () => channelWords(user('marta'), 'sales-atlantic', 'Leaderboard'))
      await user('jonas').in('sales-atlantic').click('My place')
      await user('jonas').in('sales-atlantic').waitFor('You’re')
      await show('jonas', () => lastIn(user('jonas'), 'sales-atlantic'))
      await show('darius', () => lastWords(user('darius')))
    },
  },
  {
    at: '12:30',
    zone: LONDON,
    title: 'the director asks for the month',
    play: async ({ user, show }) => show('grace', await ask(user('grace'), 'board month', 'sales-atlantic')),
  },
]

export const DAY: readonly Scene[] = [...SHANGHAI_MORNING, ...BERLIN_MORNING, ...LONDON_MORNING]
