// What people do on the first morning of the demo, on the page of one demo: each part goes on where the one before has ended.
import { describe } from 'vitest'
import { usesDemo } from './demo-page.ts'
import { halfMinute } from './half-minute.ts'
import { questions } from './questions.ts'
import { targets } from './targets.ts'

const demo = usesDemo()

describe('the morning’s messages, and targets from the year to the day', () => targets(demo))
describe('what the language model writes', () => questions(demo))
// Last: it moves to the days after.
describe('a rep’s half minute', () => halfMinute(demo))
