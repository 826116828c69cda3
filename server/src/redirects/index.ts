export { redirectsService, type RedirectsService, type UrlAnswer } from './redirects-service';
