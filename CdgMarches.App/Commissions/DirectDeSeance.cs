using System.Collections.Concurrent;
using CdgMarches.Database;
using CdgMarches.Domain.Commissions;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Commissions;

/// <summary>Une personne sur la feuille : là ou non, depuis quand, et si sa voix compte.</summary>
public sealed record LigneEnDirect(Guid Personne, bool Presente, bool ADistance, string Heures, bool Compte);

/// <summary>La jauge du quorum, déjà mise en mots.</summary>
public sealed record JaugeEnDirect(int Presentes, int Sieges, int Requis, bool Atteint, string Texte);

/// <summary>Ce qu'un écran ouvert sur la séance doit savoir.</summary>
/// <param name="Version">La version de la séance après le changement.</param>
/// <param name="Lignes">Les lignes changées.</param>
/// <param name="Jauge">La jauge, si elle est connue.</param>
/// <param name="Relire">Vrai s'il faut relire toute la séance : le quorum a basculé, ou autre chose que des présences a changé.</param>
public sealed record ChangementEnDirect(
    int Version,
    IReadOnlyList<LigneEnDirect> Lignes,
    JaugeEnDirect? Jauge = null,
    bool Relire = false
);

/// <summary>
/// Fait voir à tous les écrans d'une séance ce que l'un d'eux change : annoncé dans ce processus, et, pour ce qui viendrait d'un
/// autre, la version lue deux fois par seconde, une fois pour tous les écrans.
/// </summary>
public sealed class DirectDeSeance(IDbContextFactory<MarchesDbContext> donnees, ILogger<DirectDeSeance> journal)
{
    private static readonly TimeSpan Cadence = TimeSpan.FromMilliseconds(500);

    /// <summary>Le temps laissé à l'annonce d'une écriture faite ici pour devancer la lecture de sa version.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(100);

    private readonly ConcurrentDictionary<SeanceId, Salle> _salles = new();

    /// <summary>S'abonne à une séance.</summary>
    /// <param name="seance">La séance.</param>
    /// <param name="version">La version que l'écran vient de lire.</param>
    /// <param name="recevoir">Appelé à chaque changement, hors du fil de l'écran.</param>
    /// <returns>À détruire quand l'écran se ferme.</returns>
    public IDisposable Ecouter(SeanceId seance, int version, Func<ChangementEnDirect, Task> recevoir)
    {
        while (true)
        {
            var salle = _salles.GetOrAdd(seance, id => new Salle(this, id));
            if (salle.Entrer(version, recevoir) is { } abonnement)
            {
                return abonnement;
            }
        }
    }

    public void Annoncer(SeanceId seance, ChangementEnDirect changement)
    {
        if (_salles.TryGetValue(seance, out var salle))
        {
            salle.Diffuser(changement);
        }
    }

    /// <summary>Demande à tous les écrans de relire la séance.</summary>
    public void DemanderRelecture(SeanceId seance) => Annoncer(seance, new ChangementEnDirect(0, [], Relire: true));

    private sealed class Salle(DirectDeSeance direct, SeanceId seance)
    {
        private readonly Lock _verrou = new();
        private readonly List<Abonnement> _abonnes = [];
        private int _version;
        private bool _surveillee;
        private bool _fermee;

        public Abonnement? Entrer(int version, Func<ChangementEnDirect, Task> recevoir)
        {
            lock (_verrou)
            {
                if (_fermee)
                {
                    return null;
                }

                var abonnement = new Abonnement(this, recevoir);
                _abonnes.Add(abonnement);
                _version = Math.Max(_version, version);
                if (!_surveillee)
                {
                    _surveillee = true;
                    _ = SurveillerAsync();
                }

                return abonnement;
            }
        }

        public void Sortir(Abonnement abonnement)
        {
            lock (_verrou)
            {
                _abonnes.Remove(abonnement);
                if (_abonnes.Count == 0 && !_fermee)
                {
                    _fermee = true;
                    direct._salles.TryRemove(new KeyValuePair<SeanceId, Salle>(seance, this));
                }
            }
        }

        public void Diffuser(ChangementEnDirect changement)
        {
            Abonnement[] abonnes;
            lock (_verrou)
            {
                _version = Math.Max(_version, changement.Version);
                abonnes = [.. _abonnes];
            }

            foreach (var abonne in abonnes)
            {
                _ = PrevenirAsync(abonne, changement);
            }
        }

        private static async Task PrevenirAsync(Abonnement abonne, ChangementEnDirect changement)
        {
            try
            {
                await abonne.Recevoir(changement);
            }
            catch (Exception fin)
                when (fin is ObjectDisposedException or OperationCanceledException or Microsoft.JSInterop.JSDisconnectedException)
            {
                // The screen has just closed.
            }
        }

        private async Task SurveillerAsync()
        {
            using var rythme = new PeriodicTimer(Cadence);
            try
            {
                while (await rythme.WaitForNextTickAsync() && !EstFermee())
                {
                    if (await LireVersionAsync() is not { } lue || lue <= Connue())
                    {
                        continue;
                    }

                    await Task.Delay(Grace);
                    if (lue > Connue())
                    {
                        Diffuser(new ChangementEnDirect(lue, [], Relire: true));
                    }
                }
            }
            catch (ObjectDisposedException)
            {
                // The application has stopped: nobody is left to tell.
            }
        }

        /// <summary>Vrai quand plus aucun écran n'est dans la salle.</summary>
        private bool EstFermee()
        {
            lock (_verrou)
            {
                return _fermee;
            }
        }

        private int Connue()
        {
            lock (_verrou)
            {
                return _version;
            }
        }

        private async Task<int?> LireVersionAsync()
        {
            try
            {
                await using var contexte = await direct.Donnees.CreateDbContextAsync();
                return await contexte.Seances.Where(s => s.Id == seance).Select(s => (int?)s.Version).FirstOrDefaultAsync();
            }
            catch (Exception panne) when (panne is not ObjectDisposedException)
            {
                direct.Signaler(panne);
                return null;
            }
        }
    }

    private sealed class Abonnement(Salle salle, Func<ChangementEnDirect, Task> recevoir) : IDisposable
    {
        public Func<ChangementEnDirect, Task> Recevoir { get; } = recevoir;

        public void Dispose() => salle.Sortir(this);
    }

    private IDbContextFactory<MarchesDbContext> Donnees => donnees;

    private static readonly Action<ILogger, Exception?> Panne = LoggerMessage.Define(
        LogLevel.Warning,
        new EventId(1, nameof(DirectDeSeance)),
        "La version d'une séance ouverte n'a pas pu être lue ; nouvel essai dans une demi-seconde."
    );

    private void Signaler(Exception panne) => Panne(journal, panne);
}
