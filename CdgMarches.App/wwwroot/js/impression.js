// The print page of a document: its one button.
document.addEventListener("click", (evenement) => {
  if (evenement.target.closest("[data-imprimer]")) window.print();
});
