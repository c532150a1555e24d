using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Contributions.Regles;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Contributions;

/// <summary>D'où vient un nombre de consultations.</summary>
public enum OrigineDesConsultations
{
    Saisie,

    /// <summary>Le relevé de la plateforme.</summary>
    Import,
}

/// <summary>Le nombre de consultations qu'une collectivité a créées dans une année (RG6.02, lectures 7 et 8).</summary>
/// <remarks>
/// Une consultation compte une fois, quel que soit son nombre de lots ; celles marquées « test » ne comptent pas. Le chiffre
/// réel est connu l'année close ; avant, on garde l'estimation déclarée, à côté et sans les mêler.
/// </remarks>
public sealed class ConsultationsDeclarees : Agregat
{
    /// <summary>Plus qu'aucune collectivité n'en crée : au-delà, c'est une faute de frappe.</summary>
    public const int Maximum = 100_000;

    public const int LongueurDuNom = 200;

    private ConsultationsDeclarees() { }

    public ConsultationsDeclareesId Id { get; private init; }

    public override Guid Cle => Id.Valeur;

    public CollectiviteId Collectivite { get; private init; }

    public int Annee { get; private init; }

    /// <summary>Créées et non marquées test ; nul tant que l'année n'est pas connue.</summary>
    public int? Reelles { get; private set; }

    /// <summary>L'estimation déclarée, pour une première année ou un appel en prévision.</summary>
    public int? Estimees { get; private set; }

    public OrigineDesConsultations Origine { get; private set; }

    /// <summary>Le membre a confirmé le chiffre ce jour-là.</summary>
    public DateOnly? ConfirmeesLe { get; private set; }

    public string? ConfirmeesPar { get; private set; }

    /// <summary>Ce qui entre dans le calcul : le réel s'il est connu, sinon l'estimation.</summary>
    public int? Comptees => Reelles ?? Estimees;

    /// <param name="annee">L'année civile.</param>
    /// <param name="reelles">Le nombre réel.</param>
    /// <param name="estimees">L'estimation.</param>
    public static Verdict PeutDeclarer(int annee, int? reelles, int? estimees) =>
        Verdict.De(
            new AnneeDExercicePlausible(annee),
            new NombreDeConsultationsPlausible(reelles, Maximum, "reelles"),
            new NombreDeConsultationsPlausible(estimees, Maximum, "estimees"),
            new UnNombreDeConsultationsAuMoins(reelles, estimees)
        );

    public static ConsultationsDeclarees Declarer(
        CollectiviteId collectivite,
        int annee,
        int? reelles,
        int? estimees,
        OrigineDesConsultations origine
    )
    {
        PeutDeclarer(annee, reelles, estimees).Exiger();
        var declaration = new ConsultationsDeclarees
        {
            Id = ConsultationsDeclareesId.Nouveau(),
            Collectivite = collectivite,
            Annee = annee,
        };
        declaration.Prendre(reelles, estimees, origine);
        return declaration;
    }

    /// <returns>Faux quand rien ne changeait.</returns>
    public bool Corriger(int? reelles, int? estimees, OrigineDesConsultations origine)
    {
        PeutDeclarer(Annee, reelles, estimees).Exiger();
        if ((Reelles, Estimees) == (reelles, estimees))
        {
            return false;
        }

        Prendre(reelles, estimees, origine);
        return true;
    }

    /// <summary>Le membre reconnaît le chiffre.</summary>
    public void Confirmer(DateOnly jour, string par)
    {
        (ConfirmeesLe, ConfirmeesPar) = (jour, par);
        Signaler(new ConsultationsConfirmees(Collectivite, Annee, EnClair()));
    }

    private void Prendre(int? reelles, int? estimees, OrigineDesConsultations origine)
    {
        var avant = Comptees is null ? null : EnClair();
        (Reelles, Estimees, Origine) = (reelles, estimees, origine);
        // A new figure has not been confirmed by the member.
        (ConfirmeesLe, ConfirmeesPar) = (null, null);
        Signaler(new ConsultationsDeclareesChangees(Collectivite, Annee, avant, EnClair()));
    }

    private string EnClair() =>
        (Reelles, Estimees) switch
        {
            ({ } r, _) => $"{r.ToString("N0", Francais.Culture)} consultations",
            (_, { } e) => $"{e.ToString("N0", Francais.Culture)} consultations estimées",
            _ => "aucune",
        };
}
