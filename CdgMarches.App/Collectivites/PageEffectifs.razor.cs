using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;
using CdgMarches.App.Socle.Conflits;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Noyau;
using Microsoft.AspNetCore.Components;

namespace CdgMarches.App.Collectivites;

/// <summary>Ce que la fiche a par année : effectifs, populations légales, affiliation au CDG.</summary>
public sealed partial class PageEffectifs(
    LireFicheDeCollectivite lire,
    ComparerSaisies comparer,
    TenirCollectivite tenir,
    ActeurCourant acteurCourant,
    Operation operation,
    HorlogeLegale horloge
)
{
    private static readonly IReadOnlyList<Option<NatureDAffiliation>> Natures =
    [
        new(NatureDAffiliation.Obligatoire, "Obligatoire (CGFP L452-14)"),
        new(NatureDAffiliation.Volontaire, "Volontaire (CGFP L452-20)"),
    ];

    private FicheDeCollectivite? _fiche;
    private Retour? _retour;
    private bool _charge;
    private bool _gere;
    private SaisieDEffectif _effectif = new();
    private SaisieDePopulation _population = new();
    private SaisieDAffiliation _affiliation = new();
    private IReadOnlyList<ErreurDeSaisie> _erreursDEffectif = [];
    private IReadOnlyList<ErreurDeSaisie> _erreursDePopulation = [];
    private IReadOnlyList<ErreurDeSaisie> _erreursDAffiliation = [];
    private Conflit<SaisieDEffectif>? _conflit;

    [Parameter]
    public Guid Id { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        await ChargerAsync();
        if (_fiche is not null)
        {
            Recommencer();
        }
    }

    private async Task ChargerAsync()
    {
        var acteur = await acteurCourant.LireAsync();
        _fiche = await lire.ExecuterAsync(acteur, new CollectiviteId(Id));
        _gere = acteur.Peut(Droits.GererCollectivites) && _fiche is { EstArchivee: false };
        _charge = true;
    }

    private void Recommencer()
    {
        _effectif = new SaisieDEffectif
        {
            Annee = _fiche!.Annee,
            Definition = _fiche.Effectifs is [var dernier, ..] ? dernier.Definition : Effectif.DefinitionUsuelle,
            DeclareLe = horloge.Aujourdhui,
        };
        _population = new SaisieDePopulation { Annee = _fiche.Annee };
        _affiliation = new SaisieDAffiliation();
    }

    private void CorrigerEffectif(EffectifDeFiche e) => _effectif = SaisieDEffectif.De(e);

    private void CorrigerPopulation(PopulationDeFiche p) =>
        _population = new SaisieDePopulation
        {
            Annee = p.Annee,
            Totale = p.Totale,
            Municipale = p.Municipale,
            Source = p.Source,
        };

    private void Corriger(AffiliationDeFiche a) =>
        _affiliation = new SaisieDAffiliation
        {
            Debut = a.Debut,
            Fin = a.Fin,
            Nature = a.Nature,
        };

    private async Task DeclarerAsync()
    {
        _conflit = null;
        _erreursDEffectif = Requis(
            ("annee", _effectif.Annee is null, "Indiquez l'année."),
            ("agents", _effectif.Agents is null, "Indiquez le nombre d'agents.")
        );
        if (_erreursDEffectif.Count > 0)
        {
            return;
        }

        var saisie = _effectif;
        var declaration = new DeclarationDEffectif(
            saisie.Annee!.Value,
            saisie.Agents!.Value,
            saisie.Definition,
            saisie.Source,
            saisie.DeclareLe
        );
        var retour = await AgirAsync(
            (acteur, fiche) => tenir.DeclarerEffectifAsync(acteur, fiche.Id, fiche.Version, declaration),
            $"L'effectif {saisie.Annee} est enregistré."
        );
        _erreursDEffectif = Apres(retour);
        if (retour.Conflit)
        {
            await MontrerLeConflitAsync(saisie);
        }
    }

    private async Task MontrerLeConflitAsync(SaisieDEffectif saisie)
    {
        _effectif = saisie;
        var sien = _fiche!.Effectifs.FirstOrDefault(e => e.Annee == saisie.Annee);
        _conflit = await comparer.ExecuterAsync(
            await acteurCourant.LireAsync(),
            saisie,
            () => Task.FromResult<SaisieDEffectif?>(sien is null ? saisie : SaisieDEffectif.De(sien)),
            SaisieDEffectif.Champs,
            nameof(Collectivite),
            Id
        );
    }

    private Task GarderLEffectifAsync(Conflit<SaisieDEffectif> conflit) => DeclarerAsync();

    private void PrendreLEffectif(Conflit<SaisieDEffectif> conflit) => (_effectif, _conflit) = (conflit.Sienne, null);

    private async Task RenseignerAsync()
    {
        _erreursDePopulation = Requis(("annee-population", _population.Annee is null, "Indiquez l'année."));
        if (_erreursDePopulation.Count > 0)
        {
            return;
        }

        var saisie = _population;
        var declaration = new DeclarationDePopulation(saisie.Annee!.Value, saisie.Totale, saisie.Municipale, saisie.Source);
        var retour = await AgirAsync(
            (acteur, fiche) => tenir.RenseignerPopulationAsync(acteur, fiche.Id, fiche.Version, declaration),
            $"La population {saisie.Annee} est enregistrée."
        );
        _erreursDePopulation = Apres(retour);
        _population = retour.Reussi ? _population : saisie;
    }

    private async Task AffilierAsync()
    {
        _erreursDAffiliation = Requis(
            ("affiliation-debut", _affiliation.Debut is null, "Indiquez le premier jour de l'affiliation.")
        );
        if (_erreursDAffiliation.Count > 0)
        {
            return;
        }

        var saisie = _affiliation;
        var retour = await AgirAsync(
            (acteur, fiche) =>
                tenir.AffilierAsync(acteur, fiche.Id, fiche.Version, saisie.Debut!.Value, saisie.Fin, saisie.Nature),
            "L'affiliation est enregistrée."
        );
        _erreursDAffiliation = Apres(retour);
        _affiliation = retour.Reussi ? _affiliation : saisie;
    }

    private Task RetirerAsync(EffectifDeFiche e) =>
        RetirerAsync(
            (acteur, fiche) => tenir.RetirerEffectifAsync(acteur, fiche.Id, fiche.Version, e.Annee),
            $"L'effectif {e.Annee} est retiré ; l'historique le garde.",
            (acteur, fiche) =>
                tenir.DeclarerEffectifAsync(
                    acteur,
                    fiche.Id,
                    fiche.Version,
                    new DeclarationDEffectif(e.Annee, e.Agents, e.Definition, e.Source, e.DeclareLe)
                ),
            $"L'effectif {e.Annee} est remis."
        );

    private Task RetirerAsync(PopulationDeFiche p) =>
        RetirerAsync(
            (acteur, fiche) => tenir.RetirerPopulationAsync(acteur, fiche.Id, fiche.Version, p.Annee),
            $"La population {p.Annee} est retirée ; l'historique la garde.",
            (acteur, fiche) =>
                tenir.RenseignerPopulationAsync(
                    acteur,
                    fiche.Id,
                    fiche.Version,
                    new DeclarationDePopulation(p.Annee, p.Totale, p.Municipale, p.Source)
                ),
            $"La population {p.Annee} est remise."
        );

    private Task RetirerAsync(AffiliationDeFiche a) =>
        RetirerAsync(
            (acteur, fiche) => tenir.RetirerAffiliationAsync(acteur, fiche.Id, fiche.Version, a.Debut),
            "L'affiliation est retirée ; l'historique la garde.",
            (acteur, fiche) => tenir.AffilierAsync(acteur, fiche.Id, fiche.Version, a.Debut, a.Fin, a.Nature),
            "L'affiliation est remise."
        );

    /// <summary>Retire, et propose dix secondes de remettre.</summary>
    private async Task RetirerAsync(
        Func<Acteur, FicheDeCollectivite, Task> geste,
        string succes,
        Func<Acteur, FicheDeCollectivite, Task> inverse,
        string remis
    )
    {
        await AgirAsync(geste, succes);
        _retour = _retour?.Annulable(this, () => AgirAsync(inverse, remis));
    }

    private async Task<Retour> AgirAsync(Func<Acteur, FicheDeCollectivite, Task> geste, string succes)
    {
        var retour = await operation.ExecuterAsync(async () => await geste(await acteurCourant.LireAsync(), _fiche!), succes);
        _retour = retour.Obstacles.Any(o => o.Champ is not null) ? null : retour;
        if (retour.Reussi || retour.Conflit)
        {
            await ChargerAsync();
        }

        if (retour.Reussi)
        {
            Recommencer();
        }

        return retour;
    }

    private static IReadOnlyList<ErreurDeSaisie> Apres(Retour retour) => Saisies.Repartir(retour).Erreurs;

    private static List<ErreurDeSaisie> Requis(params ReadOnlySpan<(string Champ, bool Manque, string Message)> champs)
    {
        List<ErreurDeSaisie> erreurs = [];
        foreach (var (champ, manque, message) in champs)
        {
            if (manque)
            {
                erreurs.Add(new ErreurDeSaisie(champ, message));
            }
        }

        return erreurs;
    }

    private sealed class SaisieDEffectif
    {
        public int? Annee { get; set; }

        public int? Agents { get; set; }

        public string? Definition { get; set; }

        public string? Source { get; set; }

        public DateOnly? DeclareLe { get; set; }

        public static IReadOnlyList<ChampCompare<SaisieDEffectif>> Champs { get; } =
        [
            new("Nombre d'agents", s => s.Agents?.ToString(Francais.Culture), (vers, de) => vers.Agents = de.Agents),
            new("Ce qui est compté", s => s.Definition, (vers, de) => vers.Definition = de.Definition),
            new("Source", s => s.Source, (vers, de) => vers.Source = de.Source),
            new("Déclaré le", s => Formats.DateCourte(s.DeclareLe), (vers, de) => vers.DeclareLe = de.DeclareLe),
        ];

        public static SaisieDEffectif De(EffectifDeFiche e) =>
            new()
            {
                Annee = e.Annee,
                Agents = e.Agents,
                Definition = e.Definition,
                Source = e.Source,
                DeclareLe = e.DeclareLe,
            };
    }

    private sealed class SaisieDePopulation
    {
        public int? Annee { get; set; }

        public int? Totale { get; set; }

        public int? Municipale { get; set; }

        public string? Source { get; set; }
    }

    private sealed class SaisieDAffiliation
    {
        public DateOnly? Debut { get; set; }

        public DateOnly? Fin { get; set; }

        public NatureDAffiliation Nature { get; set; }
    }
}
