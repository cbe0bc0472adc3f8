// Without a model a suggested question still shows its screen, in each language: a button that leads to the general help would be a broken one.
import { describe, expect, test } from 'vitest'
import { nearestScreen } from '../../src/ai/domain/nearest-screen.ts'
import { isSmallTalk } from '../../src/ai/domain/small-talk.ts'
import { screenFor } from '../../src/ai/slack/answer-question.ts'
import { suggestionsFor } from '../../src/ai/slack/suggestions.ts'
import { BOT } from '../../src/app/features.ts'
import { LOCALES } from '../../src/core/i18n/locale.ts'

const NOBODY = { memberOf: [], manages: [], actsFor: [], directs: [] }
const ROLES = {
  rep: [{ ...NOBODY, memberOf: ['a'] }, ['me', 'todo', 'board']],
  manager: [{ ...NOBODY, manages: ['a'] }, ['team today', 'team this month', 'risks']],
  director: [
    { ...NOBODY, manages: ['a'], directs: ['b'] },
    ['teams', 'team today', 'team this month', 'risks'],
  ],
} as const

describe.each(LOCALES)('%s', (locale) => {
  test.each(Object.entries(ROLES))('what a %s is offered', (_, [actor, screens]) => {
    expect(suggestionsFor(actor as never, BOT.translator(locale)).map(nearestScreen)).toEqual(screens)
  })
})

test.each(['hello', 'thanks!', '你好', 'calls 5', '謝謝'])('%s is about none of them', (text) => {
  expect(nearestScreen(text)).toBeNull()
})

test('what has to be done to reach a target is about the target', () => {
  expect(nearestScreen('How many calls do I have to do to reach my target?')).toBe('me')
})

describe('beside what a model looked up', () => {
  const asked = (command: string, refused: boolean) => ({ tool: 'x', command, refused })
  test.each([
    [
      'what it found comes first',
      'Who is behind?',
      [asked('me', true), asked('board week', false)],
      'board week',
    ],
    ['where it found nothing, the words do', 'Who is behind?', [asked('me', true)], 'team'],
    ['in Chinese as well', '谁今天休假？', [asked('me', true)], 'team today'],
    ['where they say nothing, its guess', 'How is Quillon doing?', [asked('team', true)], 'team'],
    ['a call that could not be read is no guess', 'How is Quillon doing?', [asked('help', true)], null],
  ])('%s', (_, question, calls, screen) => {
    expect(screenFor({ asked: calls }, question)).toBe(screen)
  })
})

test('thanks and greetings are no questions', () => {
  const small = [
    'Thanks!',
    'Hello',
    'ok, thank you so much :)',
    'Good morning!',
    '谢谢',
    '谢谢您！',
    '謝謝',
    '你好',
    '辛苦了',
    '👍',
  ]
  expect(small.filter((text) => !isSmallTalk(text))).toEqual([])
  const questions = [
    'How far am I?',
    'Thanks, and who is behind?',
    'hi calls',
    '谢谢，谁落后了？',
    '我呢？',
    'x',
    '5',
  ]
  expect(questions.filter(isSmallTalk)).toEqual([])
})
