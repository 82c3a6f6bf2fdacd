import { exerciseRoutes } from '../.vitepress/site/routes.ts';

export default { paths: exerciseRoutes('en') };
