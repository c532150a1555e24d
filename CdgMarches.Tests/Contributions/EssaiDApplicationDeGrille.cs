using CdgMarches.App.Contributions.Calcul;
using CdgMarches.App.Contributions.Grilles;
using CdgMarches.Domain.Contributions;
using CdgMarches.Tests.Outils;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Tests.Contributions;

/// <summary>Deux conventions, et une seconde version de leur grille au double, à compter de 2027.</summary>
public abstract class EssaiDApplicationDeGrille : IAsyncLifetime
{
    private protected static readonly DateOnly Debut = new(2027, 1, 1);

    private protected BancDesContributions _banc = null!;
    private protected GrilleId _nouvelle;

    private protected static CancellationToken Annulation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _banc = await BancDesContributions.CreerAsync((420, 87), (600, 160));
        await _banc.AdresserAsync(0, null);
        await _banc.AdresserAsync(1, null);
        await using (var contexte = await _banc.OuvrirAsync())
        {
            foreach (var (rang, commune) in _banc.Communes.Index())
            {
                var lue = await contexte.Collectivites.SingleAsync(c => c.Id == commune.Id, Annulation);
                lue.DeclarerEffectif(new Domain.Collectivites.DeclarationDEffectif(2027, 420));
                contexte.Add(ConsultationsDeclarees.Declarer(commune.Id, 2026, 87 + rang, null, OrigineDesConsultations.Saisie));
            }

            await contexte.EnregistrerAsync(Agents.Gestionnaire, HorlogeFigee.Origine, Annulation);
        }

        _nouvelle = await DoublerAsync();
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await _banc.DisposeAsync();
    }

    private protected Task<int> NoterAsync(int rang, DateOnly effet) =>
        _banc
            .Le<AppliquerGrille>()
            .NoterAsync(
                Agents.Gestionnaire,
                _nouvelle,
                new HashSet<Guid> { _banc.Conventions[rang].Id.Valeur },
                VoieDApplication.Avenant,
                effet,
                Annulation
            );

    private protected async Task<List<string>> MontantsAsync(CampagneDAppelId id) =>
        [
            .. (await _banc.Le<Simuler>().ExecuterAsync(Agents.Lecture, id, Annulation)).Lignes.Select(l =>
                l.Resultat.Montant.ToString()
            ),
        ];

    /// <summary>La version 2 : chaque case au double, à compter de 2027.</summary>
    private protected Task<GrilleId> DoublerAsync() =>
        VersionAsync(
            d =>
                d with
                {
                    Cellules =
                    [
                        .. d.Cellules.Select(c => new CelluleDeGrille(
                            c.Coordonnees,
                            c.PremiereAnnee + c.PremiereAnnee,
                            c.AnneesSuivantes + c.AnneesSuivantes
                        )),
                    ],
                },
            _banc.Grille.Id,
            Debut
        );

    /// <summary>Une version de plus, adoptée.</summary>
    private protected async Task<GrilleId> VersionAsync(
        Func<DefinitionDeGrille, DefinitionDeGrille> changer,
        GrilleId modele,
        DateOnly debut
    )
    {
        var modifier = _banc.Le<ModifierGrille>();
        var id = await modifier.NouvelleVersionAsync(Agents.Gestionnaire, modele, Annulation);
        DefinitionDeGrille lue;
        await using (var contexte = await _banc.OuvrirAsync())
        {
            lue = (await contexte.Grilles.AsNoTracking().SingleAsync(g => g.Id == id, Annulation)).Definition();
        }

        await modifier.ExecuterAsync(Agents.Gestionnaire, id, 1, changer(lue), Annulation);
        await _banc
            .Le<AdopterGrille>()
            .ExecuterAsync(
                Agents.Gestionnaire,
                id,
                2,
                "Délibération du 5 mars 2026",
                new DateOnly(2026, 3, 5),
                debut,
                Annulation
            );
        return id;
    }
}
