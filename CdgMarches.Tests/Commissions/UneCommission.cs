using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Commissions;
using CdgMarches.Domain.Groupements;
using CdgMarches.Tests.Outils;

namespace CdgMarches.Tests.Commissions;

/// <summary>Une commission et ses séances, toutes faites ; le premier siège est celui du coordonnateur.</summary>
internal sealed class UneCommission
{
    public static readonly DateOnly Depuis = new(2026, 1, 1);

    private readonly List<MembreARepresenter> _membres = [];

    public CollectiviteId Coordonnateur { get; } = CollectiviteId.Nouveau();

    public ReglesDeCommission Regles { get; init; } = ReglesDeCommission.ParDefaut;

    public Commission Commission =>
        field ??= Domain.Commissions.Commission.DuGroupement(
            GroupementId.Nouveau(),
            "Dématérialisation",
            Coordonnateur,
            [],
            Regles
        );

    public static UneCommission De(int sieges, ReglesDeCommission? regles = null)
    {
        var commission = new UneCommission { Regles = regles ?? ReglesDeCommission.ParDefaut };
        for (var i = 1; i <= sieges; i++)
        {
            commission.AjouterSiege($"Membre {i:D3}");
        }

        return commission;
    }

    /// <summary>Un siège, son titulaire et son suppléant.</summary>
    public (Guid Titulaire, Guid Suppleant) AjouterSiege(string nom, DateOnly? au = null)
    {
        _membres.Add(
            new MembreARepresenter(_membres.Count == 0 ? Coordonnateur : CollectiviteId.Nouveau(), nom, DisposeCao: false)
        );
        Commission.AccorderSieges(_membres);
        var siege = Commission.Sieges.Single(s => s.Collectivite == _membres[^1].Id.Valeur).Id;
        return (
            Commission.Designer(siege, Designe(QualiteEnSeance.Titulaire, $"Titulaire de {nom}", au)),
            Commission.Designer(siege, Designe(QualiteEnSeance.Suppleant, $"Suppléant de {nom}", au))
        );
    }

    public static DonneesDeDesignation Designe(
        QualiteEnSeance rang,
        string nom,
        DateOnly? au = null,
        DateOnly? du = null,
        bool elu = false
    ) => new(rang, nom, "Élu", $"{CleDAdresse(nom)}@exemple.fr", null, du ?? Depuis, au, "2026-001", Depuis, elu);

    public IReadOnlyList<PlaceDeSeance> Places() => PlaceDeSeance.De(Commission.Composer(Depuis.AddDays(100)));

    public Deport Deport(int point, Guid personne)
    {
        var seance = Programmee(new DateOnly(2026, 3, 16));
        while (seance.Points.Count < point)
        {
            seance.AjouterPoint(UnPoint());
        }

        seance.DeclarerDeport(point, personne, "Personne", null, parLaPersonne: false, HorlogeFigee.Origine);
        return seance.Deports.Single();
    }

    public static DefinitionDePoint UnPoint(
        string titre = "Lot 1 — Actes",
        NatureDuPoint nature = NatureDuPoint.ChoixDuTitulaire
    ) => new(titre, nature, null, avenant: nature is NatureDuPoint.AvisSurAvenant ? "Avenant n° 1" : null);

    public static DonneesDeSeance UneReunion(DateOnly jour, ModeDeReunion mode = ModeDeReunion.Presentiel) =>
        new(
            jour,
            new TimeOnly(14, 0),
            mode,
            mode is ModeDeReunion.Distance ? null : "Salle des délibérations",
            mode is ModeDeReunion.Presentiel ? null : "https://visio.exemple.fr/cao",
            mode is ModeDeReunion.Presentiel ? null : "Décision du président du 2 mars ; appel nominal, huis clos."
        );

    public Seance Programmee(DateOnly jour, int numero = 1) =>
        Seance.Programmer(
            new ReferenceDeSeance(jour.Year, numero),
            Commission.Id,
            UneReunion(jour),
            jour.AddDays(-10),
            Commission.Regles,
            Commission.Sieges.Count,
            autreSeance: null
        );

    /// <summary>Une séance convoquée dans les délais, un point à l'ordre du jour, une offre admise.</summary>
    public Seance Convoquee(DateOnly jour, int points = 1)
    {
        var seance = Programmee(jour);
        for (var i = 1; i <= points; i++)
        {
            seance.AjouterPoint(UnPoint($"Lot {i}"));
            seance.FixerOffres(
                i,
                [new OffreExaminee(i, 1, "Alpha", 90m, 1, 1_000_000, null), new OffreExaminee(i, 2, "Beta", 80m, 2, null, null)]
            );
        }

        seance.Convoquer(jour.AddDays(-8), Commission.Composer(jour), [], "Sièges vacants");
        return seance;
    }

    public Seance EnAppel(DateOnly jour, int points = 1)
    {
        var seance = Convoquee(jour, points);
        seance.OuvrirLAppel(jour, Commission.Composer(jour), [], EtatDesConvocations.Regulieres, HorlogeFigee.Origine);
        return seance;
    }

    /// <summary>La feuille où ces personnes sont là.</summary>
    public static FeuilleDePresence Feuille(Seance seance, IEnumerable<Guid> presents) =>
        new(seance.Places, [.. presents.Select(p => new Presence(seance.Id, p, false, HorlogeFigee.Origine))], seance.Deports);

    private static string CleDAdresse(string nom) => Domain.Noyau.CleDeTri.De(nom).ToLowerInvariant().Replace(' ', '.');
}
