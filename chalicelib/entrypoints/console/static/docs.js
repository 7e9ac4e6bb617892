// The API's document in Swagger UI; everything comes from this origin.
const place = document.getElementById("viewer");
window.SwaggerUIBundle({ url: place.dataset.document, domNode: place, deepLinking: true, docExpansion: "list", defaultModelsExpandDepth: 0, validatorUrl: null, tryItOutEnabled: false });
