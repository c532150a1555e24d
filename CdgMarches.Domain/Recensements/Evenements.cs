using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Recensements;

public sealed record CampagneCreee(string Reference, string Intitule) : IEvenementMetier
{
    public string Libelle => $"Campagne {Reference} créée : {Intitule}.";
}

public sealed record CampagneModifiee(string? Avant, string? Apres) : IEvenementMetier
{
    public string Libelle => "Paramètres de la campagne modifiés.";
}

public sealed record CampagneConfiee : IEvenementMetier
{
    public string Libelle => "Agent chargé de la campagne changé.";
}

public sealed record CampagneOuverte(int Reponses) : IEvenementMetier
{
    public string Libelle => $"Campagne ouverte : {EnClair.Compter(Reponses, "réponse attendue")}.";
}

public sealed record CampagneCompletee(int Reponses) : IEvenementMetier
{
    public string Libelle =>
        $"Membres ajoutés à la campagne : {EnClair.Compter(Reponses, "réponse de plus attendue", "réponses de plus attendues")}.";
}

public sealed record CampagneClose(bool Anticipee) : IEvenementMetier
{
    public string Libelle => Anticipee ? "Campagne close avant son échéance." : "Campagne close à son échéance.";
}

public sealed record CatalogueModifie(int Version, int Ajoutees, int Corrigees, int Retirees) : IEvenementMetier
{
    public string Libelle =>
        $"Catalogue, version {Version} : {EnClair.Compter(Ajoutees, "ligne ajoutée")}, {EnClair.Compter(Corrigees, "corrigée")}, {EnClair.Compter(Retirees, "retirée")}.";
}

public sealed record ConsolidationGelee(int Numero, int NonDecides, string? Motif) : IEvenementMetier
{
    public string Libelle =>
        NonDecides == 0
            ? $"Consolidation gelée, version {Numero}."
            : $"Consolidation gelée, version {Numero}, sans {EnClair.Compter(NonDecides, "membre ni validé ni décidé", "membres ni validés ni décidés")}.";
}

public sealed record CelluleSaisie(Guid? Collectivite, int Ligne, ChampDeReponse Champ, string? Avant, string? Apres)
    : IEvenementMetier
{
    public string Libelle => $"Ligne {Ligne}, {Champ.Libelle().ToLower(Francais.Culture)} saisi.";
}

public sealed record ValeursN1Reprises(Guid? Collectivite, int Lignes, string? Avant) : IEvenementMetier
{
    public string Libelle => $"Valeurs N-1 reprises sur {EnClair.Compter(Lignes, "ligne")}.";
}

public sealed record ReponseValidee(
    Guid? Collectivite,
    string Recu,
    string Nom,
    string Qualite,
    ModeDeValidation Mode,
    string? Motif
) : IEvenementMetier
{
    public string Libelle => $"Réponse validée {Mode.Libelle()} : {Nom}, {Qualite} (reçu {Recu}).";
}

public sealed record NeantDeclare(Guid? Collectivite, string Par, string? Motif) : IEvenementMetier
{
    public string Libelle => $"Besoin néant déclaré par {Par}.";
}

public sealed record ReponseReprise(Guid? Collectivite, EtatDeReponse EtatAvant) : IEvenementMetier
{
    public string Libelle => "Réponse remise en brouillon par le membre.";

    public string? Avant => EtatAvant.Libelle();

    public string? Apres => EtatDeReponse.Brouillon.Libelle();
}

public sealed record ReponseRouverte(Guid? Collectivite, DateOnly DernierJour, EtatDeReponse EtatAvant, string? Motif)
    : IEvenementMetier
{
    public string Libelle => $"Réponse rouverte pour ce membre jusqu'au {EnClair.Date(DernierJour)}.";

    public string? Avant => EtatAvant.Libelle();

    public string? Apres => EtatDeReponse.Brouillon.Libelle();
}

public sealed record RevisionDemandee(Guid? Collectivite, int Version, EtatDeReponse EtatAvant) : IEvenementMetier
{
    public string Libelle => $"Réponse à revoir : le catalogue est passé à la version {Version}.";

    public string? Avant => EtatAvant.Libelle();

    public string? Apres => EtatDeReponse.ARevoir.Libelle();
}

public sealed record DecisionPrise(Guid? Collectivite, EtatDeReponse EtatAvant, EtatDeReponse EtatApres, string? Motif)
    : IEvenementMetier
{
    public string Libelle => $"Membre silencieux à la clôture : {EtatApres.Libelle().ToLower(Francais.Culture)}.";

    public string? Avant => EtatAvant.Libelle();

    public string? Apres => EtatApres.Libelle();
}

public sealed record DelegationEnregistree(Guid? Collectivite, string Nom, string Acte) : IEvenementMetier
{
    public string Libelle => $"Délégation de validation donnée à {Nom} ({Acte}).";
}

public sealed record DelegationTerminee(Guid? Collectivite, string Nom, DateOnly DernierJour) : IEvenementMetier
{
    public string Libelle => $"Délégation de validation {GrammaireDuNom.De(Nom)} terminée le {EnClair.Date(DernierJour)}.";
}

public sealed record LienDeValidationEnvoye(Guid? Collectivite, string Destinataire, string Courriel) : IEvenementMetier
{
    public string Libelle => $"Lien de validation envoyé à {Destinataire} ({Courriel}).";
}
