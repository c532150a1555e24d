using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Contributions;

public sealed record ConsultationsDeclareesChangees(CollectiviteId De, int Annee, string? Avant, string? Apres) : IEvenementMetier
{
    public string Libelle => $"Consultations de {Annee.ToString(System.Globalization.CultureInfo.InvariantCulture)} déclarées.";

    public Guid? Collectivite => De.Valeur;
}

public sealed record ConsultationsConfirmees(CollectiviteId De, int Annee, string? Apres) : IEvenementMetier
{
    public string Libelle =>
        $"Consultations de {Annee.ToString(System.Globalization.CultureInfo.InvariantCulture)} confirmées par le membre.";

    public Guid? Collectivite => De.Valeur;
}

public sealed record DetteEtablie(CollectiviteId De, ReferenceDAppel? Reference, EtatDAppel Etat, MontantHt Montant, string Fiche)
    : IEvenementMetier
{
    public string Libelle =>
        Reference is { } reference
            ? $"{reference} émis : {EnClair.Montant(Montant)}."
            : $"{Etat.Libelle()} : {EnClair.Montant(Montant)}.";

    public string? Apres => Fiche;

    public Guid? Collectivite => De.Valeur;
}

public sealed record ReportRepris(CollectiviteId De, ReferenceDAppel Reference, MontantHt Montant) : IEvenementMetier
{
    public string Libelle => $"Report de {EnClair.Montant(Montant)} repris dans {Reference}.";

    public Guid? Collectivite => De.Valeur;
}

public sealed record AppelRectifie(
    CollectiviteId De,
    NatureDAppel Nature,
    ReferenceDAppel? Reference,
    MontantHt Montant,
    string? Motif
) : IEvenementMetier
{
    public string Libelle =>
        Reference is null
            ? $"{Nature.Libelle()} de {EnClair.Montant(Montant)}, reporté sous le seuil de recouvrement."
            : $"{Nature.Libelle()} {Reference} : {EnClair.Montant(Montant)}.";

    public Guid? Collectivite => De.Valeur;
}

public sealed record TitreNote(CollectiviteId De, string? Avant, string? Apres, DateOnly Date) : IEvenementMetier
{
    public string Libelle => $"Titre {Apres} du {EnClair.Date(Date)}.";

    public Guid? Collectivite => De.Valeur;
}

public sealed record PaiementRecu(CollectiviteId De, DateOnly Le, MontantTtc Montant, MontantTtc Reste) : IEvenementMetier
{
    public string Libelle =>
        $"Paiement de {Montant.Euros.ToString("N2", Francais.Culture)} € reçu le {EnClair.Date(Le)} ; reste dû {Reste.Euros.ToString("N2", Francais.Culture)} €.";

    public Guid? Collectivite => De.Valeur;
}

public sealed record DebiteurRelance(CollectiviteId De, int Rang, DateOnly Le) : IEvenementMetier
{
    public string Libelle => $"Relance n° {Rang.ToString(Francais.Culture)} du {EnClair.Date(Le)}.";

    public Guid? Collectivite => De.Valeur;
}

public sealed record MiseEnDemeureNotee(CollectiviteId De, DateOnly Le, MontantTtc Reste) : IEvenementMetier
{
    public string Libelle =>
        $"Mise en demeure du {EnClair.Date(Le)} : {Reste.Euros.ToString("N2", Francais.Culture)} € restent dus.";

    public Guid? Collectivite => De.Valeur;
}

public sealed record ChorusPrecise(CollectiviteId De) : IEvenementMetier
{
    public string Libelle => "Code service ou numéro d'engagement précisés.";

    public Guid? Collectivite => De.Valeur;
}

public sealed record AppelExporte(CollectiviteId De) : IEvenementMetier
{
    public string Libelle => "Remis aux finances.";

    public Guid? Collectivite => De.Valeur;
}

public sealed record EcartLaisse(CollectiviteId De, NatureDAppel Nature, MontantHt Montant, string Motif) : IEvenementMetier
{
    public string Libelle => $"Écart avec les faits d'aujourd'hui laissé sans correction : {EnTexte(Nature, Montant)}.";

    public string? Apres => EnTexte(Nature, Montant);

    public Guid? Collectivite => De.Valeur;

    /// <summary>« complément de 341,10 € HT » : une proposition d'un autre montant n'est pas celle qu'on a laissée.</summary>
    public static string EnTexte(NatureDAppel nature, MontantHt montant) =>
        $"{nature.Libelle().ToLower(Francais.Culture)} de {EnClair.Montant(montant)}";
}
