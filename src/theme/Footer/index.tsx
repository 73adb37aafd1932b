export {default} from '../../components/SiteFooter/index.tsx'
