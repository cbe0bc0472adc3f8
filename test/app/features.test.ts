// The one list of features: whatever two of them claim by the same name stops the start, and says which name.
import { describe, expect, test } from 'vitest'
import { BOT, joinFeatures } from '../../src/app/features.ts'
import type { Feature } from '../../src/feature.ts'

const NO_WORDS = { en: {}, 'zh-CN': {}, 'zh-TW': {} }
const feature = (more: Partial<Feature>): Feature => ({ name: 'toy', words: NO_WORDS, ...more })

describe('twice the same', () => {
  test.each<[string, Partial<Feature>, string]>([
    ['command', { commands: [{ word: 'toy', aliases: [], run: async () => {} }] }, 'commands are called toy'],
    ['button', { actions: { 'toy.press': async () => {} } }, 'actions are called toy.press'],
    ['form', { submits: { 'toy.form': async () => ({ kind: 'close' }) } }, 'submits are called toy.form'],
    ['shortcut', { shortcuts: { toy: async () => {} } }, 'shortcuts are called toy'],
    ['event', { events: { team_join: async () => {} } }, 'events are called team_join'],
    ['due kind', { dueKinds: [{ kind: 'toy', handle: async () => [] }] }, 'due kind toy'],
    [
      'message kind',
      {
        messages: [
          { kind: 'toy', load: async () => null, render: () => ({ text: '', blocks: [] }), buttons: {} },
        ],
      },
      'message kind toy',
    ],
    ['permission', { permissions: [{ name: 'toy', allows: () => true, guests: false }] }, 'named toy'],
    [
      'audit kind',
      {
        auditKinds: [
          {
            ...{ kind: 'toy', sentenceOf: () => 'leave.title', personal: null, announced: false },
            ...{ load: async () => null, describe: () => [] },
          },
        ],
      },
      'audit kind toy',
    ],
    [
      'sentence',
      { words: { ...NO_WORDS, en: { 'toy.title': 'Toy' } } as Feature['words'] },
      'messages have the key toy.title',
    ],
  ])('%s', (_, part, complaint) => {
    expect(() => joinFeatures([feature(part)])).not.toThrow()
    expect(() => joinFeatures([feature(part), feature(part)])).toThrow(complaint)
  })
})

test('everything that is due, sent or asked has someone who knows it', () => {
  expect([...BOT.dueKinds.keys()].slice(0, 2)).toEqual(['zone-changed', 'plan-day'])
  expect(BOT.messages.size).toBeGreaterThan(10)
  expect(BOT.permissions.size).toBeGreaterThan(10)
})
