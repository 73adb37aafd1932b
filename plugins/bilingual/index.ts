// Public face of the article format: text in, segments, projections and new text out. No Markdown parser, no disk.
export {findFaults, projectArticle, readHead, type ArticleHead} from './article.ts'
export {readFrontMatter, type FrontMatter} from './front-matter.ts'
export {normalise, normalisedSource} from './normalise.ts'
export {readOrigin, type Origin} from './origin.ts'
export {patch, type Patched} from './patch.ts'
export {createPlaces, type Point} from './places.ts'
export {project, type ProjectedSegment, type Projection} from './project.ts'
export {scan, type Scan} from './scan.ts'
