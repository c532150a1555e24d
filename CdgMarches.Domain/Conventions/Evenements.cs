using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Conventions;

/// <summary>Un fait d'une convention d'accès ; les utilisateurs de la collectivité peuvent le lire.</summary>
public abstract record FaitDeConvention(CollectiviteId Membre) : IEvenementMetier
{
    public abstract string Libelle { get; }

    public virtual string? Avant => null;

    public virtual string? Apres => null;

    public virtual string? Motif => null;

    public Guid? Collectivite => Membre.Valeur;
}

public sealed record ConventionPreparee(CollectiviteId Membre, ReferenceDeConvention Reference) : FaitDeConvention(Membre)
{
    public override string Libelle => $"Convention d'accès {Reference} ouverte.";
}

public sealed record ReglesDAccesChangees(CollectiviteId Membre, string Anciennes, string Nouvelles) : FaitDeConvention(Membre)
{
    public override string Libelle => "Durée et délais de la convention modifiés.";

    public override string Avant => Anciennes;

    public override string Apres => Nouvelles;
}

public sealed record ActeDAccesDate(CollectiviteId Membre, string Acte, string? Ancien, string? Nouveau, string? Raison)
    : FaitDeConvention(Membre)
{
    public override string Libelle => Nouveau is null ? $"Acte retiré : {Acte}." : $"Acte enregistré : {Acte}, {Nouveau}.";

    public override string? Avant => Ancien;

    public override string? Apres => Nouveau;

    public override string? Motif => Raison;
}

public sealed record ConventionConclue(CollectiviteId Membre, DateOnly Effet) : FaitDeConvention(Membre)
{
    public override string Libelle => $"Convention conclue : tous les actes y sont, effet le {EnClair.Date(Effet)}.";
}

public sealed record ConventionConfiee(CollectiviteId Membre) : FaitDeConvention(Membre)
{
    public override string Libelle => "Agent responsable de la convention désigné.";
}

public sealed record ConventionAbandonnee(CollectiviteId Membre, DateOnly Jour, string Raison) : FaitDeConvention(Membre)
{
    public override string Libelle => $"Convention abandonnée le {EnClair.Date(Jour)}, avant tout effet.";

    public override string Motif => Raison;
}

public sealed record MiseEnDemeureEnvoyee(CollectiviteId Membre, int Numero, string Titre, DateOnly Jour)
    : FaitDeConvention(Membre)
{
    public override string Libelle => $"Mise en demeure de payer le titre {Titre} envoyée le {EnClair.Date(Jour)}.";
}

public sealed record MiseEnDemeureNotifiee(CollectiviteId Membre, int Numero, string Avis, DateOnly? DernierJour)
    : FaitDeConvention(Membre)
{
    public override string Libelle =>
        $"Mise en demeure n° {Numero.ToString(Francais.Culture)} : {Avis} ; dernier jour pour payer, le {(DernierJour is { } jour ? EnClair.Date(jour) : "—")}.";
}

public sealed record ImpayeRegularise(CollectiviteId Membre, int Numero, DateOnly Jour) : FaitDeConvention(Membre)
{
    public override string Libelle =>
        $"Impayé de la mise en demeure n° {Numero.ToString(Francais.Culture)} réglé le {EnClair.Date(Jour)}.";
}

public sealed record ConventionDenoncee(CollectiviteId Membre, AuteurDeDenonciation Auteur, DateOnly EnvoyeeLe, string? Raison)
    : FaitDeConvention(Membre)
{
    public override string Libelle => $"Convention dénoncée {Auteur.DansUnePhrase()}, lettre du {EnClair.Date(EnvoyeeLe)}.";

    public override string? Motif => Raison;
}

public sealed record LettreInscrite(CollectiviteId Membre, LettreDAcces Lettre, string Courrier) : FaitDeConvention(Membre)
{
    public override string Libelle => $"{Lettre.Libelle()} inscrite au registre des courriers, {Courrier}.";
}

public sealed record LettrePostee(CollectiviteId Membre, LettreDAcces Lettre, DateOnly Jour) : FaitDeConvention(Membre)
{
    public override string Libelle => $"{Lettre.Libelle()} postée le {EnClair.Date(Jour)}, d'après le registre des courriers.";
}

public sealed record LettreRenvoyee(
    CollectiviteId Membre,
    LettreDAcces Lettre,
    string Courrier,
    DateOnly PremierEnvoi,
    DateOnly NouvelEnvoi
) : FaitDeConvention(Membre)
{
    public override string Libelle =>
        $"{Lettre.Libelle()} du {EnClair.Date(PremierEnvoi)} revenue d'une adresse inconnue ({Courrier}) : une autre est envoyée.";

    public override string? Avant => EnClair.Date(PremierEnvoi);

    public override string? Apres => EnClair.Date(NouvelEnvoi);
}

public sealed record AvisRetire(CollectiviteId Membre, LettreDAcces Lettre) : FaitDeConvention(Membre)
{
    public override string Libelle => $"{Lettre.Libelle()} : l'avis de réception, noté à tort au registre, est retiré.";
}

public sealed record DenonciationNotifiee(CollectiviteId Membre, string Phrase) : FaitDeConvention(Membre)
{
    public override string Libelle => Phrase;
}

public sealed record ArchivesInformees(CollectiviteId Membre, string Avis) : FaitDeConvention(Membre)
{
    public override string Libelle => $"Lettre à la direction des archives départementales : {Avis}.";
}

public sealed record DenonciationRetiree(CollectiviteId Membre, DateOnly Jour, string Raison) : FaitDeConvention(Membre)
{
    public override string Libelle => $"Dénonciation retirée le {EnClair.Date(Jour)} : la convention continue.";

    public override string Motif => Raison;
}

public sealed record ReconductionExaminee(CollectiviteId Membre, DateOnly Terme, Reconduction Reconduction)
    : FaitDeConvention(Membre)
{
    public override string Libelle =>
        $"Terme du {EnClair.Date(Terme)} examiné : la convention est reconduite ({Reconduction.Libelle()}).";
}

public sealed record RestitutionOuverteLe(CollectiviteId Membre, DateOnly Jour) : FaitDeConvention(Membre)
{
    public override string Libelle => $"Restitution des documents ouverte le {EnClair.Date(Jour)}.";
}

public sealed record RecuDeRestitutionJoint(CollectiviteId Membre) : FaitDeConvention(Membre)
{
    public override string Libelle => "Reçu de restitution signé, joint au dossier.";
}

public sealed record DocumentInventorie(CollectiviteId Membre, string Designation, int Quantite) : FaitDeConvention(Membre)
{
    public override string Libelle => $"Document à restituer inventorié : {Designation} ({Quantite.ToString(Francais.Culture)}).";
}

public sealed record DocumentRetireDeLInventaire(CollectiviteId Membre, string Designation) : FaitDeConvention(Membre)
{
    public override string Libelle => $"Document retiré de l'inventaire : {Designation}.";
}

public sealed record DocumentsMisADisposition(CollectiviteId Membre, DateOnly Jour, int Lignes) : FaitDeConvention(Membre)
{
    public override string Libelle =>
        $"Documents mis à disposition de la collectivité le {EnClair.Date(Jour)} ({EnClair.Compter(Lignes, "ligne d'inventaire", "lignes d'inventaire")}).";
}

public sealed record RecuDeRestitutionSigne(CollectiviteId Membre, DateOnly Jour, string Signataire) : FaitDeConvention(Membre)
{
    public override string Libelle => $"Reçu de restitution signé le {EnClair.Date(Jour)} par {Signataire}.";
}
