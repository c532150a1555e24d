using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;
using CdgMarches.App.Socle.Conflits;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Documents;
using CdgMarches.Domain.Noyau;
using Microsoft.AspNetCore.Components;

namespace CdgMarches.App.Documents.Bibliotheque;

/// <summary>Un modèle de la bibliothèque : ses versions, et ce que l'on en fait.</summary>
public sealed partial class PageModele(
    LireBibliotheque lire,
    DeposerModele deposer,
    TenirModele tenir,
    DesignerModele designer,
    EssayerModele essayer,
    ComparerSaisies comparer,
    ActeurCourant acteurCourant,
    Operation operation,
    HorlogeLegale horloge
)
{
    private FicheDeModele? _fiche;
    private ModelePropose? _propose;
    private Confirmation? _designation;
    private string? _commentaire;
    private SaisieDeNom _saisieDuNom = new();
    private SaisieDeNom _departDuNom = new();
    private Conflit<SaisieDeNom>? _conflitDeNom;
    private Conflit<SaisieDeVersion>? _conflitDeVersion;
    private Retour? _retour;
    private Retour? _retourDeDepot;
    private bool _charge;
    private Guid? _lu;

    [Parameter]
    public Guid Id { get; set; }

    private IReadOnlyList<Lien> Fil =>
        [.. OngletsDesDocuments.Fil, new Lien(_fiche!.Nature.Titre, AdressesDesDocuments.Nature(_fiche.Nature.Code))];

    private string TexteDeLaDesignation
    {
        get
        {
            var portee = _fiche!.NomDuGroupement is { } nom
                ? GrammaireDuNom.De(nom)
                : "de tous les groupements qui n'ont pas le leur";
            return $"Les prochains documents {Typographie.Citer(_fiche.Nature.Titre)} {portee} se produiront avec ce modèle. Ceux déjà produits ne changent pas.";
        }
    }

    private string EtatDuModele =>
        _fiche!.EstArchive ? "Archivé"
        : _fiche.EstParDefaut ? "Par défaut"
        : "Au choix";

    protected override async Task OnParametersSetAsync()
    {
        if (_lu != Id)
        {
            (_lu, _charge, _propose, _retour) = (Id, false, null, null);
            await RechargerAsync();
        }
    }

    private async Task RechargerAsync()
    {
        _fiche = await lire.ModeleAsync(await acteurCourant.LireAsync(), new ModeleId(Id));
        (_charge, _conflitDeNom, _conflitDeVersion) = (true, null, null);
        (_saisieDuNom, _departDuNom) = (new SaisieDeNom { Nom = _fiche?.Nom }, new SaisieDeNom { Nom = _fiche?.Nom });
    }

    private async Task<byte[]?> OctetsAsync() =>
        _propose?.Contenu ?? await essayer.OctetsAsync(await acteurCourant.LireAsync(), _fiche!.Id, _fiche.Versions[0].Numero);

    private async Task DeposerAsync()
    {
        _conflitDeVersion = null;
        _retourDeDepot = await operation.ExecuterAsync(
            async () =>
                await deposer.NouvelleVersionAsync(
                    await acteurCourant.LireAsync(),
                    _fiche!.Id,
                    _fiche.VersionDeLaFiche,
                    _commentaire,
                    _propose!
                ),
            "La version est enregistrée ; c'est elle qui sert désormais."
        );
        if (_retourDeDepot.Reussi)
        {
            (_retour, _retourDeDepot, _propose, _commentaire) = (_retourDeDepot, null, null, null);
            await RechargerAsync();
        }
        else if (_retourDeDepot.Conflit)
        {
            _conflitDeVersion = await ComparerAsync(
                SaisieDeVersion.De(_fiche!.Versions[0].Numero + 1, _propose!.Nom, _commentaire),
                f =>
                    SaisieDeVersion.De(
                        f.Versions[0].Numero,
                        $"déposée par {f.Versions[0].DeposeePar}",
                        f.Versions[0].Commentaire
                    ),
                SaisieDeVersion.Champs,
                depart: null
            );
        }
    }

    /// <summary>Un autre a enregistré entre-temps : la fiche est relue, la saisie reste, les deux valeurs se voient.</summary>
    private async Task<Conflit<T>?> ComparerAsync<T>(
        T mienne,
        Func<FicheDeModele, T> lireLaSienne,
        IReadOnlyList<ChampCompare<T>> champs,
        T? depart
    )
        where T : class
    {
        var acteur = await acteurCourant.LireAsync();
        return await comparer.ExecuterAsync(
            acteur,
            mienne,
            async () =>
            {
                _fiche = await lire.ModeleAsync(acteur, new ModeleId(Id));
                return _fiche is null ? null : lireLaSienne(_fiche);
            },
            champs,
            nameof(Modele),
            Id,
            depart
        );
    }

    private Task PrendreAsync()
    {
        (_retour, _retourDeDepot, _propose, _commentaire) = (null, null, null, null);
        return RechargerAsync();
    }

    private Task RestaurerAsync(int numero) =>
        AgirAsync(
            a => tenir.RestaurerAsync(a, _fiche!.Id, _fiche.VersionDeLaFiche, numero),
            $"La version {numero} est reprise sous un nouveau numéro."
        );

    private async Task RenommerAsync()
    {
        _conflitDeNom = null;
        _retour = await operation.ExecuterAsync(
            async () =>
                await tenir.RenommerAsync(await acteurCourant.LireAsync(), _fiche!.Id, _fiche.VersionDeLaFiche, _saisieDuNom.Nom),
            "Le modèle est renommé."
        );
        if (_retour.Conflit)
        {
            _conflitDeNom = await ComparerAsync(
                _saisieDuNom,
                f => new SaisieDeNom { Nom = f.Nom },
                SaisieDeNom.Champs,
                _departDuNom
            );
        }
        else if (_retour.Reussi)
        {
            await RechargerAsync();
        }
    }

    private Task GarderLeNomAsync(Conflit<SaisieDeNom> conflit)
    {
        _departDuNom = conflit.Sienne;
        return RenommerAsync();
    }

    private Task ArchiverAsync() =>
        AgirAsync(a => tenir.ArchiverAsync(a, _fiche!.Id, _fiche.VersionDeLaFiche), "Le modèle est archivé.");

    private Task DesignerAsync() =>
        AgirAsync(a => designer.ExecuterAsync(a, _fiche!.Id, _fiche.VersionDeLaFiche), "Ce modèle sert désormais par défaut.");

    private async Task AgirAsync(Func<Acteur, Task> casDUsage, string succes)
    {
        _retour = await operation.ExecuterAsync(async () => await casDUsage(await acteurCourant.LireAsync()), succes);
        await RechargerAsync();
    }
}

/// <summary>Le nom d'un modèle, tel qu'on le saisit.</summary>
public sealed class SaisieDeNom
{
    public string? Nom { get; set; }

    internal static IReadOnlyList<ChampCompare<SaisieDeNom>> Champs { get; } =
    [new("Nom du modèle", s => s.Nom, (m, s) => m.Nom = s.Nom)];
}

/// <summary>Une version d'un modèle, telle que deux dépôts simultanés se comparent : le fichier ne se mêle pas, il se choisit.</summary>
public sealed record SaisieDeVersion(string Version, string? Commentaire)
{
    internal static IReadOnlyList<ChampCompare<SaisieDeVersion>> Champs { get; } =
    [new("Version", s => s.Version), new("Ce qui change", s => s.Commentaire)];

    internal static SaisieDeVersion De(int numero, string fichier, string? commentaire) =>
        new($"version {numero}, {fichier}", commentaire);
}
