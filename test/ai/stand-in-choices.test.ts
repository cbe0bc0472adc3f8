// What the demo's stand-in looks up, by keywords: whom a question is about, of when, and how many of the set of questions it gets right, as the docs say.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { chooseTools } from '../../demo/stand-in-model/choose-tools.ts'
import { ASK_TOOLS } from '../../src/ai/slack/tools/tools.ts'
import { QUESTIONS } from './questions/set.ts'

const OFFERED = ASK_TOOLS.map(({ name }) => name)
const chosen = (question: string) =>
  chooseTools(question, OFFERED).map(({ name, given }) => [name, ...Object.values(given)].join(' '))[0]

const PEOPLE = {
  'How is Oskar doing?': 'Oskar',
  'how is oskar doing?': 'oskar',
  'How is Oskar Lind doing this month?': 'Oskar Lind',
  'How far is Oskar?': 'Oskar',
  'How is Tess O’Brien doing?': 'Tess O’Brien',
  'How is O’Brien doing?': 'O’Brien',
  'What is Oskar’s revenue?': 'Oskar',
  "What are Tessa's numbers this week?": 'Tessa',
  'How many calls did Oskar make?': 'Oskar',
  '陈晓东这个月做得怎么样？': '陈晓东',
  陈晓东的进度: '陈晓东',
  '陈晓东的进度怎么样？': '陈晓东',
  '林小雨怎么样？': '林小雨',
  '司徒凤鸣本月的业绩怎么样？': '司徒凤鸣',
  '陳美玲這個月表現如何？': '陳美玲',
  'Oskar 这个月怎么样？': 'Oskar',
}

test.each(Object.entries(PEOPLE))('%s is about %s', (question, name) => {
  expect(chosen(question)).toBe(`person_numbers ${name}`)
})

const OTHERS = {
  'Who is behind?': 'team_numbers  this-month ',
  '谁落后了？': 'team_numbers  this-month ',
  '誰落後了？': 'team_numbers  this-month ',
  'Who is on leave today?': 'who_is_missing',
  '谁今天休假？': 'who_is_missing',
  'Who has not answered today?': 'who_is_missing',
  'What is our revenue this year?': 'team_numbers  this-year ',
  'How are we doing?': 'team_numbers  this-month ',
  '我们上季度怎么样？': 'team_numbers  last-quarter ',
  'How did my team do last quarter?': 'team_numbers  last-quarter ',
  'How did my team do last year?': 'team_numbers  last-year ',
  'How many calls did I make yesterday?': 'my_numbers yesterday',
  'How many calls did I make last month?': 'my_numbers last-month',
  'How many calls have I made this month?': 'my_numbers this-month',
  '我上个月打了多少电话？': 'my_numbers last-month',
  '我昨天打了幾通電話？': 'my_numbers yesterday',
  '我这个月做得怎么样？': 'my_targets',
  'How much do I need a day?': 'my_targets',
  'How many calls do I have to make a day?': 'my_targets',
  'How am I doing?': 'my_targets',
  'How is it going?': 'my_targets',
}

test.each(Object.entries(OTHERS))('%s is looked up as %s', (question, call) => {
  expect(chosen(question)).toBe(call)
})

const DOCS = [
  /It asks (\d+) questions/u,
  /(\d+) of them with an attack/u,
  /the right tools in (\d+) of the (\d+)\./u,
]

test('the docs say how many of the set it gets right', () => {
  const right = QUESTIONS.filter(({ ask, calls }) => {
    const made = chooseTools(ask, OFFERED)
    return calls.every(({ name, arguments: given }) =>
      made.some((one) => one.name === name && JSON.stringify(one.given) === JSON.stringify(given)),
    )
  })
  const docs = readFileSync(new URL('../../docs/operators.md', import.meta.url), 'utf8')
  const told = DOCS.map((said) => said.exec(docs)?.slice(1).map(Number))
  const attacks = QUESTIONS.filter(({ attack }) => attack !== undefined)
  expect(told).toEqual([[QUESTIONS.length], [attacks.length], [right.length, QUESTIONS.length]])
})
