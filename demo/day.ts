// The script of the demo's day: who does what, when, and what is shown of it.
import type { Person } from '../sandbox/actor/person.ts'

export interface Stage {
  person(name: string): Person
  /** Shows what somebody sees once everything under way has arrived. */
  tell(name: string, look: () => string): Promise<void>
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
async function answer(person: Person, button: string, answers: Answers): Promise<void> {
  await person.dm().click(button)
  await person.modal.fill(answers)
  const result = await person.modal.submit()
  if (!('closed' in result))
    throw new Error(`${person.user.realName}'s answer was not taken: ${JSON.stringify(result)}`)
}

const lastWords = (person: Person, about = '') => person.dm().last(about)?.words ?? '(nothing)'
const channelWords = (person: Person, channel: string, about: string) =>
  person.in(channel).last(about)?.words ?? '(nothing)'

/** Types a command in a channel and waits for the private answer. */
async function ask(person: Person, text: string, channel: string): Promise<() => string> {
  const answers = () =>
    person
      .in(channel)
      .sees()
      .filter((seen) => seen.ephemeral).length
  const before = answers()
  const result = await person.command('/kpi', text, { in: channel })
  if (!result.ok) throw new Error(result.sentence)
  await person.waitFor(() => answers() > before || undefined)
  return () => lastIn(person, channel)
}

const lastIn = (person: Person, channel: string) => person.in(channel).sees().at(-1)?.words ?? '(nothing)'

const CHINESE_ANSWERS: Readonly<Record<string, Answers>> = {
  chen: {
    '上次计划，完成了哪些？': ['回访上周三家意向客户'],
    电话量: '46',
    拜访量: '3',
    今天的计划: '恒信科技签约\n回访两家老客户',
  },
  wang: { 电话量: '41', 拜访量: '2', 今天的计划: '苏州园区拜访' },
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
    play: async ({ person, tell }) => {
      await person('chen').dm().waitFor('晨会')
      await tell('chen', () => lastWords(person('chen')))
    },
  },
  {
    at: '09:20',
    zone: SHANGHAI,
    title: 'three of four answer; one number is unusual and is asked about',
    play: async ({ person, tell }) => {
      for (const [name, answers] of Object.entries(CHINESE_ANSWERS))
        await answer(person(name), '填写晨会', answers)
      await tell('chen', () => lastWords(person('chen')))
      await person('zhao').dm().click('填写晨会')
      await person('zhao').modal.fill({ 电话量: '412' })
      await person('zhao').modal.submit()
      await tell('zhao', () => person('zhao').modal.words())
      person('zhao').modal.close()
    },
  },
  {
    at: '10:31',
    zone: SHANGHAI,
    title: 'half an hour before the close: one reminder',
    play: ({ person, tell }) => tell('zhao', () => lastWords(person('zhao'))),
  },
  {
    at: '11:01',
    zone: SHANGHAI,
    title: 'the close: summary and board in the channel',
    play: async ({ person, tell }) => {
      await tell('liu', () => channelWords(person('liu'), 'sales-huadong', '晨会'))
      await tell('liu', () => channelWords(person('liu'), 'sales-huadong', '排行榜'))
    },
  },
]

const BERLIN_MORNING: readonly Scene[] = [
  {
    at: '09:10',
    zone: BERLIN,
    title: 'Berlin answers, one of them with a blocker',
    play: async ({ person, tell }) => {
      for (const [name, answers] of Object.entries(BERLIN_ANSWERS))
        await answer(person(name), 'Fill in', answers)
      await answer(person('oskar'), 'Fill in', {
        Calls: '29',
        'What stands in your way?': 'No price list for 2027 yet',
        'Who could help with that?': 'marta',
      })
      await tell('aylin', () => lastWords(person('aylin')))
      await tell('marta', () => lastWords(person('marta')))
      await tell('marta', () => channelWords(person('marta'), 'sales-atlantic', 'standup'))
    },
  },
  {
    at: '09:40',
    zone: BERLIN,
    title: 'numbers at any time, in one line',
    play: async ({ person, tell }) => {
      await tell('jonas', await ask(person('jonas'), 'log calls 5, visits 1', 'sales-atlantic'))
      await tell('jonas', await ask(person('jonas'), 'me', 'sales-atlantic'))
    },
  },
]

const LONDON_MORNING: readonly Scene[] = [
  {
    at: '09:15',
    zone: LONDON,
    title: 'London: one answers, one forgets',
    play: async ({ person, tell }) => {
      await answer(person('tessa'), 'Fill in', {
        Calls: '45',
        Visits: '2',
        'Plan for the day': 'Demo for Harbor & Pine',
      })
      await tell('tessa', () => lastWords(person('tessa')))
    },
  },
  {
    at: '11:01',
    zone: LONDON,
    title: 'the close of the last zone: summary and board',
    play: async ({ person, tell }) => {
      await tell('marta', () => channelWords(person('marta'), 'sales-atlantic', 'standup'))
      await tell('marta', () => channelWords(person('marta'), 'sales-atlantic', 'Leaderboard'))
      await person('jonas').in('sales-atlantic').click('My place')
      await person('jonas').in('sales-atlantic').waitFor('Your place')
      await tell('jonas', () => lastIn(person('jonas'), 'sales-atlantic'))
      await tell('darius', () => lastWords(person('darius')))
    },
  },
  {
    at: '12:30',
    zone: LONDON,
    title: 'the director asks for the month',
    play: async ({ person, tell }) =>
      tell('grace', await ask(person('grace'), 'board month', 'sales-atlantic')),
  },
]

export const DAY: readonly Scene[] = [...SHANGHAI_MORNING, ...BERLIN_MORNING, ...LONDON_MORNING]
