using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Contributions;

public sealed record GrilleCreee(string Intitule, int Numero) : IEvenementMetier
{
    public string Libelle => $"Grille « {Intitule} », version {Numero.ToString(Francais.Culture)}, ouverte.";
}

public sealed record GrilleModifiee(string Intitule) : IEvenementMetier
{
    public string Libelle => $"Grille « {Intitule} » modifiée.";
}

public sealed record GrilleAdoptee(string Intitule, int Numero, string Deliberation, DateOnly Debut) : IEvenementMetier
{
    public string Libelle =>
        $"Grille « {Intitule} », version {Numero.ToString(Francais.Culture)}, adoptée ({Deliberation}) à compter du {EnClair.Date(Debut)}.";
}

public sealed record GrilleClose(string Intitule, int Numero, DateOnly DernierJour) : IEvenementMetier
{
    public string Libelle =>
        $"Grille « {Intitule} », version {Numero.ToString(Francais.Culture)}, remplacée ; dernier jour le {EnClair.Date(DernierJour)}.";
}

public sealed record GrilleArretee(string Intitule, int Numero, DateOnly DernierJour, string Deliberation, DateOnly DelibereeLe)
    : IEvenementMetier
{
    public string Libelle =>
        $"Fin de la grille « {Intitule} », version {Numero.ToString(Francais.Culture)}, le {EnClair.Date(DernierJour)}.";

    public string? Motif => $"{Deliberation}, votée le {EnClair.Date(DelibereeLe)}";
}

public sealed record AdoptionAnnulee(string Intitule, int Numero, string Motif) : IEvenementMetier
{
    public string Libelle => $"Adoption de la grille « {Intitule} », version {Numero.ToString(Francais.Culture)}, annulée.";
}

public sealed record GrilleReprise(string Intitule, int Numero) : IEvenementMetier
{
    public string Libelle => $"Grille « {Intitule} », version {Numero.ToString(Francais.Culture)}, de nouveau sans dernier jour.";
}

public sealed record BrouillonDeGrilleSupprime(string Intitule, int Numero) : IEvenementMetier
{
    public string Libelle => $"Brouillon de la grille « {Intitule} », version {Numero.ToString(Francais.Culture)}, supprimé.";
}

public sealed record ExerciceAttendu(int Exercice) : IEvenementMetier
{
    public string Libelle =>
        $"Prochain exercice à appeler : {Exercice.ToString(System.Globalization.CultureInfo.InvariantCulture)}.";
}

public sealed record ExerciceOuvert(int Exercice) : IEvenementMetier
{
    public string Libelle =>
        $"Exercice {Exercice.ToString(System.Globalization.CultureInfo.InvariantCulture)} ouvert par son premier appel.";
}

public sealed record ExerciceClos(int Exercice, DateOnly Le) : IEvenementMetier
{
    public string Libelle =>
        $"Exercice {Exercice.ToString(System.Globalization.CultureInfo.InvariantCulture)} clos le {EnClair.Date(Le)}.";
}

public sealed record RegimeFinancierFixe(string? Avant, string? Apres) : IEvenementMetier
{
    public string Libelle => "Ce que la convention permet de faire payer a été fixé.";
}

public sealed record ComptableFixe(string? Avant, string? Apres) : IEvenementMetier
{
    public string Libelle => "Comptable assignataire fixé.";
}

public sealed record ComptableRetire(string Nom, DateOnly Debut) : IEvenementMetier
{
    public string Libelle => $"Comptable assignataire retiré : {Nom}, à compter du {EnClair.Date(Debut)}.";
}

public sealed record ProfilDExportChange(string? Avant, string? Apres) : IEvenementMetier
{
    public string Libelle => "Colonnes du fichier des finances fixées.";
}

public sealed record CampagneDAppelOuverte(string Intitule) : IEvenementMetier
{
    public string Libelle => $"Campagne d'appel « {Intitule} » ouverte.";
}

public sealed record CampagneDAppelDatee(DateOnly Jour) : IEvenementMetier
{
    public string Libelle => $"Appels à dater du {EnClair.Date(Jour)}.";
}

public sealed record CampagneDAppelAbandonnee(string Intitule) : IEvenementMetier
{
    public string Libelle => $"Campagne d'appel « {Intitule} » abandonnée avant tout appel.";
}

public sealed record CasLimiteConfirme(AxeDeGrille Axe, int Valeur, string? Motif) : IEvenementMetier
{
    public string Libelle => $"Cas limite confirmé : {Valeur.ToString("N0", Francais.Culture)} {Axe.Unite()}.";
}

public sealed record ExonerationNotee(string? Motif, DateOnly DecideeLe) : IEvenementMetier
{
    public string Libelle => Motif is null ? "Exonération retirée." : $"Exonération décidée le {EnClair.Date(DecideeLe)}.";
}

public sealed record CampagneDAppelProposee(int Nombre, MontantHt Total) : IEvenementMetier
{
    public string Libelle =>
        $"Simulation proposée à la validation : {Nombre.ToString("N0", Francais.Culture)} redevables, {EnClair.Montant(Total)}.";
}

public sealed record CampagneDAppelValidee(int Nombre, MontantHt Total) : IEvenementMetier
{
    public string Libelle =>
        $"Appel validé par une seconde personne : {Nombre.ToString("N0", Francais.Culture)} redevables, {EnClair.Montant(Total)}.";
}

public sealed record CampagneDAppelRenvoyee(string Motif) : IEvenementMetier
{
    public string Libelle => "Simulation renvoyée à la préparation.";
}

public sealed record CampagneDAppelEmise(int Crees) : IEvenementMetier
{
    public string Libelle => $"Appels émis : {Crees.ToString("N0", Francais.Culture)} créés.";
}

public sealed record RefacturationCreee(string Intitule) : IEvenementMetier
{
    public string Libelle => $"Refacturation « {Intitule} » ouverte.";
}

public sealed record RefacturationModifiee(string Intitule) : IEvenementMetier
{
    public string Libelle => $"Refacturation « {Intitule} » modifiée.";
}

public sealed record RefacturationSupprimee(string Intitule) : IEvenementMetier
{
    public string Libelle => $"Refacturation « {Intitule} » supprimée.";
}

public sealed record FraisAjoutes(string Fournisseur, MontantHt Montant) : IEvenementMetier
{
    public string Libelle => $"Frais ajoutés : {Fournisseur}, {EnClair.Montant(Montant)}.";
}

public sealed record FraisRetires(string Fournisseur, MontantHt Montant) : IEvenementMetier
{
    public string Libelle => $"Frais retirés : {Fournisseur}, {EnClair.Montant(Montant)}.";
}

public sealed record ParticipantsNotes(int Inscrits, int Presents) : IEvenementMetier
{
    public string Libelle =>
        $"Participants notés : {Inscrits.ToString("N0", Francais.Culture)} inscrits, {Presents.ToString("N0", Francais.Culture)} présents.";
}

public sealed record RefacturationArretee(DateOnly Jour, MontantHt Total) : IEvenementMetier
{
    public string Libelle => $"Frais arrêtés le {EnClair.Date(Jour)} : {EnClair.Montant(Total)}.";
}

public sealed record GrilleAppliquee(int Actes, VoieDApplication Voie, DateOnly Effet) : IEvenementMetier
{
    public string Libelle =>
        $"Grille applicable à compter du {EnClair.Date(Effet)} à {Actes.ToString("N0", Francais.Culture)} actes, par {Voie.Libelle()}.";
}
