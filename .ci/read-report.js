// Reads a report of vitest's: prints how many tests passed and failed, and adds a line for each failure to a file.
import { appendFileSync, readFileSync } from 'node:fs'

const [, , report, failures] = process.argv
const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, 'utf8'))
console.log(numPassedTests, numFailedTests)
for (const { name, status, message, assertionResults } of testResults) {
  const tests = assertionResults.filter((test) => test.status === 'failed').map((test) => test.fullName)
  const failed = status === 'failed' && tests.length === 0 ? [message.split('\n')[0]] : tests
  for (const failure of failed)
    appendFileSync(failures, `${name.replace(`${process.cwd()}/`, '')}: ${failure}\n`)
}
