// The fixed set of tools that a model may call to answer a question; nothing that anybody types adds to it.
import type { AskTool } from '../../flows/ask-tool.ts'
import { boardTool } from './board.ts'
import { whoIsMissingTool } from './missing.ts'
import { meaningTool, warningsTool } from './other.ts'
import { myNumbersTool, myTargetsTool, myTasksTool } from './own.ts'
import { personTool, teamNumbersTool, teamsTool } from './team.ts'

export const ASK_TOOLS: readonly AskTool[] = [
  ...[myNumbersTool, myTargetsTool, myTasksTool],
  ...[teamNumbersTool, whoIsMissingTool, personTool, teamsTool],
  ...[warningsTool, boardTool, meaningTool],
]
