// Public face of adoption: plain Markdown in, a bilingual article or diagnostics out. No disk.
export {adopt} from './adopt.ts'
export {sentencesOf} from './sentences.ts'
