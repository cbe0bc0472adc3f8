// Which blocks each surface takes.
import { expect, test } from 'vitest'
import { checkBlocks, type Surface } from '../../checker/block.ts'
import { BLOCKS } from './samples.ts'

const refused: Record<Surface, string[]> = {
  message: ['alert'],
  modal: [
    ...['carousel', 'container', 'context_actions', 'data_table', 'data_visualization', 'file'],
    ...['markdown', 'plan', 'table', 'task_card'],
  ],
  home: [
    ...['alert', 'container', 'context_actions', 'data_table', 'data_visualization', 'file'],
    ...['markdown', 'plan', 'task_card'],
  ],
}
const cases = Object.entries(refused).flatMap(([surface, types]) =>
  Object.keys(BLOCKS).map((type) => ({ surface: surface as Surface, type, taken: !types.includes(type) })),
)

test.each(cases)('$type on $surface: taken $taken', ({ surface, type, taken }) => {
  const problem = { pointer: '/blocks/0/type', rule: 'block.surface', message: `unsupported type: ${type}` }
  expect(checkBlocks([BLOCKS[type]], surface)).toEqual(taken ? [] : [problem])
})
