export {default} from '../../../components/NotFoundPage/index.tsx'
