// Makes a test of each block that the checker should refuse or take.
import { expect, test } from 'vitest'
import { checkBlocks } from '../../checker/block.ts'
import type { Json } from './samples.ts'

/** `pointer`: the place within the block. Without a `message` any words will do. */
export type Refused = [what: string, block: unknown, pointer: string, rule: string, message?: string]

export function refuses(blocks: readonly Refused[]): void {
  test.each(blocks)('refuses %s', (_, block, pointer, rule, message) => {
    expect(checkBlocks([block], 'message')).toContainEqual({
      pointer: `/blocks/0${pointer}`,
      rule,
      message: message ?? expect.any(String),
    })
  })
}

export function takes(blocks: readonly [what: string, block: Json][]): void {
  test.each(blocks)('takes %s', (_, block) => {
    expect(checkBlocks([block], 'message')).toEqual([])
  })
}
