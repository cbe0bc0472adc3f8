// The month's budget of the language model: only an admin changes it, it holds at once, and the audit has it.
import { beforeAll, expect, test } from 'vitest'
import { loadModelSettings } from '../../src/ai/db/settings.ts'
import { changeBudget, loadBudget } from '../../src/ai/flows/change-budget.ts'
import { BUDGET_FIELD, submitBudget } from '../../src/ai/slack/budget-form.ts'
import { BOT } from '../../src/app/features.ts'
import { auditEvents } from '../../src/org/audit/db/audit.sql.ts'
import { admin, manager, salesWithoutTeams, WORKSPACE } from '../org/people.ts'
import type { TestContext } from '../support/context.ts'
import { usesDatabase } from '../support/database.ts'

const database = usesDatabase()
let context: TestContext
beforeAll(async () => {
  context = await salesWithoutTeams(database.db)
})

const t = BOT.translator('zh-CN')
const submit = (who: typeof admin, value: string) =>
  submitBudget({ who, t, metadata: '', state: { [BUDGET_FIELD]: { field: { value } } } } as never, context)
const ownBudget = async () => (await loadModelSettings(database.db, WORKSPACE)).monthlyTokens

test('an admin sets it in words as numbers are typed elsewhere, and takes it back by leaving the field empty', async () => {
  expect(await submit(admin, '50万')).toMatchObject({ kind: 'update' })
  expect(await ownBudget()).toBe(500_000)
  expect(await loadBudget(context, admin)).toMatchObject({ ok: true, own: 500_000, used: 0 })
  expect(await submit(admin, '')).toMatchObject({ kind: 'update' })
  expect(await ownBudget()).toBeNull()
  const events = (await database.db.select().from(auditEvents)).filter(
    ({ kind }) => kind === 'model-budget-changed',
  )
  expect(events.map(({ actorUserId, before, after }) => [actorUserId, before, after])).toEqual([
    [admin.userId, { tokens: null }, { tokens: 500_000 }],
    [admin.userId, { tokens: 500_000 }, { tokens: null }],
  ])
})

test.each(['many', '-5', '1.5', '9999999999999999'])('%s is refused at the field', async (typed) => {
  expect(await submit(admin, typed)).toEqual({
    kind: 'errors',
    errors: { [BUDGET_FIELD]: t('budget.unreadable') },
  })
})

test('a manager neither sees nor changes it', async () => {
  expect(await loadBudget(context, manager)).toEqual({ ok: false, reason: 'not-allowed' })
  expect(await changeBudget(context, manager, 1)).toEqual({ ok: false, reason: 'not-allowed' })
  expect(await submit(manager, '7')).toMatchObject({ kind: 'errors' })
  expect(await ownBudget()).toBeNull()
})
