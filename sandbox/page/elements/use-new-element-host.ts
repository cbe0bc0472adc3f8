// Creates the element host of a message, a modal or the home tab, which sends interactions to the local Slack.
import { useMemo, useRef } from 'react'
import type { Block, Element } from '../../state/block-kit.ts'
import type { Values } from '../../state/values.ts'
import type { Entry } from '../client/types.ts'
import { useOperations } from '../client/use-operations.ts'
import { useViewer } from '../text/viewer.ts'
import { useWords } from '../words.ts'
import type { ElementHost } from './element-host.ts'

export interface Whereabouts {
  /** `modal`, `home`, or a conversation's id. */
  at: string
  /** The message's. */
  ts?: string
  values: Values
  errors?: Readonly<Record<string, string>>
  askedAt: number
}

const NO_ERRORS = {}

export function useNewElementHost({ at, ts, values, errors = NO_ERRORS, askedAt }: Whereabouts): ElementHost {
  const { perform, say } = useOperations()
  const words = useWords()
  const app = useViewer().bot?.realName ?? words.app
  const pending = useRef(new Set<Promise<unknown>>()).current
  return useMemo(() => {
    const tell = async (operation: string, block: Block, element: Element, more: object) => {
      const target = { actionId: element.action_id, blockId: block.block_id, value: element.value }
      const result = await perform<{ acked?: boolean; error?: string }>(operation, {
        at,
        ts,
        target,
        ...more,
      })
      if (result?.acked === false) say(words.notTaken(app, result.error ?? ''))
    }
    return {
      values,
      errors,
      askedAt,
      pending,
      press: (block, element) => tell('click', block, element, {}),
      choose: (block, element, entry: Entry) => tell('choose', block, element, { entry }),
      enter: (block, element, entry: Entry) => tell('enter', block, element, { entry }),
    }
  }, [perform, say, words, app, pending, at, ts, values, errors, askedAt])
}
