// Loaded into a build that is measured: notes what the process took, threads included, in the folder that is named.
import {writeFileSync} from 'node:fs'
import {isMainThread} from 'node:worker_threads'

const folder = process.env['PASSERELLE_METER']
if (folder !== undefined && isMainThread) {
  process.on('exit', () => {
    const {userCPUTime, systemCPUTime, maxRSS} = process.resourceUsage()
    const cost = {cpu: (userCPUTime + systemCPUTime) / 1e6, memory: maxRSS / 1024}
    writeFileSync(`${folder}/${String(process.pid)}.json`, JSON.stringify(cost))
  })
}
